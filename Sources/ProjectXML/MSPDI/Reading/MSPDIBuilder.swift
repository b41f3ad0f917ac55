internal import Scheduling

/// The file while it is being read: what is complete, and the parts that are open.
///
/// The elements' actions (`MSPDIElement`) change it; it knows nothing of XML but the text of the
/// element that just ended.
struct MSPDIBuilder: ~Copyable {
  var file = MSPDIFile()
  /// The text of the element that is being read.
  var text = TextBuffer(limit: MSPDIReader.longestText)
  var problems = ProblemList()
  /// The line that is being read.
  var line: Int32 = 0
  /// The column that is being read.
  var column = 0
  /// What the text of the element that just ended should have been, when it was not understood.
  var unreadable: ReadingMessage.Value?

  /// How much memory the file takes so far, about.
  private(set) var weight = 0

  // What is open: at most one of each, since none of them holds another of its kind.
  var uid: Int?
  var calendar = MSPDIFile.Calendar(uid: 0)
  var weekDay = MSPDIFile.WeekDay()
  var exception = MSPDIFile.Exception()
  var workWeek = MSPDIFile.WorkWeek()
  var workingTimes: [MSPDIFile.WorkingTime] = []
  var period = MSPDIFile.Period()
  var fromTime: Int?
  var toTime: Int?
  var fieldID: Int?
  var extendedAttribute = MSPDIFile.ExtendedAttribute(fieldID: 0)
  var extendedValue: String?
  var task = MSPDIFile.Task(uid: 0)
  var link = MSPDIFile.Link()
  var baseline = MSPDIFile.Baseline()
  var resource = MSPDIFile.Resource(uid: 0)
  var availability = MSPDIFile.Availability()
  var assignment = MSPDIFile.Assignment(uid: 0)
  var workPeriod = MSPDIFile.WorkPeriod()
  var workPeriodType: Int?
  var unreadableWork: String?
  var doneWork: [MSPDIFile.WorkPeriod] = []
  var firstLink = 0
  var firstBaseline = 0
  var firstValue = 0
  var firstPeriod = 0

  /// Counts memory that the file takes.
  mutating func charge(_ bytes: Int) { weight += bytes }

  /// Takes the UID of an item that ends; without one, the item is left out with a warning.
  mutating func takenUID(_ kind: ReadingMessage.Kind) -> Int? {
    defer { uid = nil }
    if uid == nil { warn(.missingUID(kind)) }
    return uid
  }

  /// Notes a warning at the present place.
  mutating func warn(_ message: ReadingMessage) { note(.warning, message) }

  /// Notes a problem at the present place.
  mutating func note(_ severity: MSPDIProblem.Severity, _ message: ReadingMessage) {
    problems.add(severity, message, line: Int(line), column: column)
  }
}
