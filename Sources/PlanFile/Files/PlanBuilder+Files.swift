/// Loading the files of a plan: the main one, and those it includes.
extension PlanBuilder {
  /// Loads the main file and all it includes.
  mutating func load(_ bytes: [UInt8], name: String, folder: PlanFolder?) {
    self.folder = folder
    files = [name]
    bytesRead = bytes.count
    guard bytes.count <= ReadingLimits.bytesPerFile else {
      fail(.tooLarge(path: name), at: Position(file: 0))
      return
    }
    guard let main = document(bytes, file: 0) else { return }
    checkVersion(main)
    include(main, depth: 1)
  }

  /// Reports that a file could not be read at all.
  mutating func fail(_ message: Message, at position: Position) {
    error(message, at: position)
    isIncomplete = true
  }

  /// The sections of a file; nil, and reported, when it has none.
  private mutating func document(_ bytes: [UInt8], file: Int32) -> Record<SectionKey>? {
    do throws(PlacedMessage) {
      let source = try SourceText(bytes, file: file)
      let tree = try YAMLComposer.compose(
        source.bytes, file: file, hasPastedCharacters: source.hasPastedCharacters,
        valueLimit: ReadingLimits.valuesPerPlan - valuesRead)
      valuesRead += tree.nodes.count
      guard let root = tree.root, !root.isNull else {
        throw PlacedMessage(.emptyFile(), Position(file: file))
      }
      guard root.kind == .map else { throw PlacedMessage(.notAPlan(), root.position) }
      guard let sections = record(root, as: SectionKey.self) else { return nil }
      documents.append(sections)
      return sections
    } catch {
      fail(error.message, at: error.position)
      return nil
    }
  }

  private mutating func checkVersion(_ main: Record<SectionKey>) {
    guard let value = main[.bunri] else {
      error(.missingVersion(), at: main.place(of: .bunri) ?? Position(file: 0, line: 1, column: 1))
      return
    }
    checkVersion(value)
  }

  private mutating func checkVersion(_ value: Value) {
    guard let version = text(value), version != "1" else { return }
    error(.unsupportedVersion(version), at: value.position)
  }

  private mutating func include(_ document: Record<SectionKey>, depth: Int) {
    guard let list = document[.include] else { return }
    for item in items(list) {
      guard let name = text(item) else { continue }
      guard depth <= ReadingLimits.includeDepth else {
        fail(.includeTooDeep(), at: item.position)
        return
      }
      let file = Int32(files.count)
      guard let bytes = bytes(ofIncluded: name, at: item.position),
        let included = self.document(bytes, file: file)
      else { continue }
      if let version = included[.bunri] { checkVersion(version) }
      include(included, depth: depth + 1)
    }
  }

  /// The bytes of a file that the plan names; its name is added to `files`.
  ///
  /// - Returns: nil when it cannot be read; that has been reported.
  mutating func bytes(ofIncluded name: String, at position: Position) -> [UInt8]? {
    guard let folder else {
      fail(.includeWithoutFolder(name), at: position)
      return nil
    }
    guard folder.holds(name) else {
      fail(.includeOutside(name), at: position)
      return nil
    }
    let path = folder.path(of: PlanFolder.normalized(name))
    if files.contains(path) {
      error(.includedTwice(name), at: position)
      return nil
    }
    guard files.count < ReadingLimits.files else {
      fail(.tooManyFiles(), at: position)
      return nil
    }
    do throws(FileAccess.Failure) {
      let bytes = try FileAccess.read(
        path: path, limit: ReadingLimits.bytesPerFile, mustBeRegular: true)
      files.append(path)
      bytesRead += bytes.count
      guard bytesRead <= ReadingLimits.bytesPerPlan else {
        fail(.planTooLarge(), at: position)
        return nil
      }
      return bytes
    } catch {
      fail(.unreadable(error, path: path), at: position)
      return nil
    }
  }
}
