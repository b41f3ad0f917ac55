import SharedSystem
import Testing

@Suite struct SharedSystemTests {
  @Test func aModuleIsHeldByNobodyUntilSomebodySaysSo() {
    let module = Module(id: "billing", name: LocalizedText("Billing"))
    #expect(module.heldBy.isEmpty && module.owner == nil && module.allowed == nil)
  }
}
