import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// The reader makes the work of the modules once, for its own checks and for whoever schedules.
struct ReaderWorkTests {
  /// The work that was made while reading is the work of the plan.
  @Test(arguments: ["Plans/wheeling-2029", "Plans/carve-out"])
  func theWorkOfTheReaderIsThatOfThePlan(path: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let reading = PlanReader.read(path: "/\(root)/\(path)")
    let plan = try #require(reading.plan)
    let made = try #require(try reading.planWithGeneratedWork())
    let anew = try plan.withGeneratedWork()
    #expect(made.cutover == anew.cutover && made.generated?.written.count == plan.tasks.count)
    #expect(made.tasks.map(\.id) == anew.tasks.map(\.id))
    #expect(made.tasks.map(\.after) == anew.tasks.map(\.after))
    #expect(made.tasks.map(\.duration) == anew.tasks.map(\.duration))
    #expect(made.tasks.map(\.work) == anew.tasks.map(\.work))
  }
}
