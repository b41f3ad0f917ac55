internal import CLibXML2
internal import Scheduling

/// A Gantt XML document while it is being read, called by the parser by its address.
struct GanttBuilder: ~Copyable {
  private var file = GanttFile()
  private var problems = ProblemList()
  private var source: ByteSource
  private let parser: xmlParserCtxtPtr
  private let skippedLines: Int32
  /// How many elements are open.
  private var depth = 0
  /// Whether the innermost open task is one that is kept.
  private var isInTask = false
  private var ids: Set<String> = []
  /// Bytes handed to the parser since it last called.
  private var silent = 0
  private var isStopped = false
  private var weight = 0

  init(_ source: consuming ByteSource, parser: xmlParserCtxtPtr) {
    skippedLines = Int32(clamping: source.skipSpace())
    self.source = source
    self.parser = parser
  }

  /// An element begins.
  mutating func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ attributes: XMLAttributes
  ) {
    silent = 0
    guard !isStopped else { return }
    depth += 1
    if depth > DocumentReading.deepest { return stop(.tooDeep(DocumentReading.deepest)) }
    if attributes.count > DocumentReading.mostAttributes {
      return stop(.tooManyAttributes(DocumentReading.mostAttributes))
    }
    if xmlDictSize(parser.pointee.dict) > DocumentReading.mostNames {
      return stop(.tooManyNames(Int(DocumentReading.mostNames)))
    }
    let name = String(cString: name)
    let space = namespace.map { String(cString: $0) }
    if depth == 1 {
      if name != "gantt" || space != GanttXML.namespace {
        stop(.notGantt(root: name, namespace: space))
      }
      return
    }
    guard space == GanttXML.namespace else { return }
    switch (depth, name) {
    case (2, "project"): startProject(GanttValues(attributes))
    case (3, "task"): startTask(GanttValues(attributes))
    case (4, "link"): startLink(GanttValues(attributes))
    default: break
    }
    let (fixed, each) = DocumentReading.weight
    if weight > fixed + each * source.handedOut { stop(.tooMuch) }
  }

  /// An element ends.
  mutating func end() {
    silent = 0
    guard depth > 0, !isStopped else { return }
    if depth == 3 { isInTask = false }
    depth -= 1
  }

  /// Something of no interest.
  mutating func pass() { silent = 0 }

  // MARK: What is read

  private mutating func startProject(_ values: consuming GanttValues) {
    file.name = values.text("name") ?? ""
    file.start = values.instant("start")
    file.finish = values.instant("finish")
    file.cutover = values.text("cutover")
    file.cutoverFinish = values.instant("cutoverFinish")
    file.target = values.instant("target")
    file.margin = values.minutes("margin")
    note(values.faults)
  }

  private mutating func startTask(_ values: consuming GanttValues) {
    let start = values.instant("start")
    let finish = values.instant("finish")
    guard let id = values.text("id"), !id.isEmpty, let start, let finish else {
      note(values.faults)
      return warn(.incompleteTask(values.text("id")))
    }
    guard ids.insert(id).inserted else { return warn(.duplicateTask(id)) }
    var task = GanttFile.Task(
      id: id, name: values.text("name") ?? id, kind: values.text("kind") ?? "task",
      start: start, finish: finish)
    task.parent = values.text("parent")
    task.earlyStart = values.instant("earlyStart")
    task.earlyFinish = values.instant("earlyFinish")
    task.lateStart = values.instant("lateStart")
    task.lateFinish = values.instant("lateFinish")
    task.duration = values.minutes("duration")
    task.totalFloat = values.minutes("totalFloat")
    task.freeFloat = values.minutes("freeFloat")
    task.margin = values.minutes("margin")
    task.isCritical = values.flag("critical") ?? false
    task.isDriving = values.flag("driving") ?? false
    note(values.faults)
    weight += MemoryLayout<GanttFile.Task>.stride + 2 * id.utf8.count + task.name.utf8.count + 64
    file.tasks.append(task)
    isInTask = true
  }

  private mutating func startLink(_ values: consuming GanttValues) {
    guard isInTask, let last = file.tasks.indices.last else { return }
    guard let predecessor = values.text("predecessor"), let type = values.type() else {
      note(values.faults)
      return warn(.missingPredecessor)
    }
    let link = GanttFile.Link(
      predecessor: predecessor, type: type, lag: values.minutes("lag"))
    note(values.faults)
    weight += MemoryLayout<GanttFile.Link>.stride + predecessor.utf8.count + 32
    file.tasks[last].links.append(link)
  }

  // MARK: What is wrong

  private var line: Int {
    parser.pointee.input.map { Int($0.pointee.line &+ skippedLines) } ?? 0
  }

  private mutating func warn(_ message: ReadingMessage) {
    problems.add(.warning, message, line: line)
  }

  private mutating func note(_ faults: [GanttValues.Fault]) {
    for fault in faults {
      problems.add(
        fault.value.severity, .unreadable(fault.value, fault.text, in: fault.attribute), line: line)
    }
  }

  /// Gives up.
  mutating func stop(_ message: ReadingMessage) {
    guard !isStopped else { return }
    problems.add(.error, message, line: line)
    isStopped = true
    xmlStopParser(parser)
  }

  /// The parser wants more bytes.
  mutating func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    guard !isStopped else { return 0 }
    if silent > MSPDIReader.longestText {
      // As in `DocumentReading`: the parser must not be stopped here.
      problems.add(.error, .longMarkup(MSPDIReader.longestText), line: line)
      isStopped = true
      return 0
    }
    let count = source.take(into: target)
    silent += count
    return count
  }

  /// The parser found an error.
  mutating func note(_ error: xmlError) {
    guard !isStopped else { return }
    let words = String((error.message.map { String(cString: $0) } ?? "").prefix { !$0.isNewline })
    if error.level == XML_ERR_FATAL {
      isStopped = true
      problems.add(.error, .notWellFormed(words), line: line)
    } else if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
      problems.add(.warning, .namespaces(words), line: line)
    }
  }

  /// Completes the file once the parser is done.
  consuming func finished(isWellFormed: Bool) -> GanttReading {
    if !isWellFormed, !problems.hasErrors {
      problems.add(.error, .notWellFormed("?"), line: 0)
    }
    return GanttReading(file: problems.hasErrors ? nil : file, problems: problems.all)
  }
}
