import Foundation
import Planning
import ProjectXML
import SharedSystem
import Testing

@Suite struct EncodingTests {
  private let inner = "<Tasks><Task><UID>1</UID><Name>基幹システム</Name></Task></Tasks>"

  private func check(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    #expect(MSPDIReader.looksLikeXML(bytes.prefix(64)))
    let reading = MSPDIReader.read(bytes: bytes)
    #expect(reading.ids == [])
    #expect(reading.file?.tasks.first?.name == "基幹システム")
  }

  @Test(
    arguments: [
      (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
      (.utf16LittleEndian, []), (.utf16BigEndian, []),
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf8, []),
    ] as [(String.Encoding, [UInt8])])
  func unicodeIsRecognized(_ encoding: String.Encoding, _ mark: [UInt8]) throws {
    check(mark + (try #require(project(inner).data(using: encoding))))
  }

  @Test(arguments: [
    ("Shift_JIS", String.Encoding.shiftJIS), ("ISO-2022-JP", .iso2022JP),
    ("UTF-16", .utf16LittleEndian),
  ])
  func declaredEncodingsAreDecoded(_ name: String, _ encoding: String.Encoding) throws {
    let text = project(inner).replacing("?>", with: " encoding=\"\(name)\"?>", maxReplacements: 1)
    let mark: [UInt8] = name == "UTF-16" ? [0xFF, 0xFE] : []
    check(mark + (try #require(text.data(using: encoding))))
  }

  /// Programs that convert their text without the declaration in it.
  @Test(arguments: ["utf-16", "UTF-16", "ucs-2"])
  func falseDeclarationsOfSixteenBitsAreSeenThrough(_ name: String) {
    let text = project(inner).replacing("?>", with: " encoding='\(name)'?>", maxReplacements: 1)
    check(text.utf8)
    check([0xEF, 0xBB, 0xBF] + Array(text.utf8))
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirLine() throws {
    var bytes = Array(project("\n<Title>").utf8.dropLast(10))
    bytes += [0x82, 0xC8, 0xFF] + Array("</Title></Project>".utf8)
    let reading = MSPDIReader.read(bytes: bytes)
    #expect(reading.ids == ["error not-well-formed"])
    #expect(reading.problems.first?.line == 3)
  }

  @Test func windowsLineEndsAndSpaceBeforeTheDocument() {
    check(("\r\n \r\n" + project("\r\n" + inner)).utf8)
    #expect(read("\n\n" + project("\n<Title></Name>")).problems.first?.line == 5)
  }

  @Test func namespacesMayDiffer() throws {
    #expect(read("<Project>\(inner)</Project>").ids == [])
    let prefixed = inner.replacing("</", with: "</p:").replacing("<T", with: "<p:T")
      .replacing("<U", with: "<p:U").replacing("<N", with: "<p:N")
    let namespace = MSPDI.namespace
    let ours = read("<p:Project xmlns:p=\"\(namespace)\">\(prefixed)</p:Project>")
    #expect(ours.ids == [] && ours.file?.tasks.count == 1)
    let later = read("<Project xmlns=\"\(namespace)/2007\">\(inner)</Project>")
    #expect(later.ids == ["warning other-namespace"] && later.file?.tasks.count == 1)
    #expect(later.problems.first?.message.text(in: .en).contains("/2007") == true)
    let unbound = read("<Project><q:Tasks/></Project>")
    #expect(unbound.ids == ["warning namespace-error"])
  }

  @Test(arguments: [
    ("<?xml", true), ("  \n<Project>", true), ("<!-- x", true), ("<p:Project", true),
    ("\u{FEFF}<a", true), ("<_", true), ("<日", true), ("", false), ("<", false), ("<1", false),
    ("a<b", false), ("id,name", false), ("- <a>", false),
  ])
  func sniff(_ text: String, _ isXML: Bool) {
    #expect(MSPDIReader.looksLikeXML(Array(text.utf8)) == isXML)
  }

  @Test func microsoftProjectsBinaryFilesAreTold() {
    let reading = MSPDIReader.read(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    #expect(reading.ids == ["error not-xml"])
    #expect(reading.problems[0].text(in: .en).contains("\n  Maybe it is an .mpp file"))
    #expect(reading.problems[0].text(in: .ja).contains("\n  もしかして .mpp ファイルです"))
  }
}
