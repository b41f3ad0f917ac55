internal import Planning
internal import Scheduling

/// What a row of the file says of its task in the format's own elements, as far as facts can say it
/// better. The writer and the reader each fill one; the seals are made of it.
struct MSPDIStatement {
  var name: String?
  var notes: String?
  var type: Int?
  var start: Instant?
  var finish: Instant?
  var duration: Int?
  var durationFormat: Int?
  var calendarUID: Int?
  var constraintType: Int?
  var constraintDate: Instant?
  var deadline: Instant?
  var isManual = false
  var isActive = true
  var fixedCost: Int?
  var percentComplete: Int?
  var actualStart: Instant?
  var actualFinish: Instant?
  var actualDuration: Int?
  var remainingDuration: Int?
  var stop: Instant?
  var resume: Instant?
  var links: [MSPDIFile.Link] = []
  var baselines: [MSPDIFile.Baseline] = []
  /// The assignments of resources, as UID, units, work and delay.
  var assignments: [[Int]] = []

  /// Of what a seal is made.
  enum Group { case name, notes, work, calendar, rules, cost, progress, links, baselines, people }

  /// The number made of a group of elements.
  func seal(_ group: Group) -> UInt32 {
    var seal = MSPDISeal()
    switch group {
    case .name: seal.add(name)
    case .notes: seal.add(notes ?? "")
    case .work:
      seal.add(duration)
      seal.add(durationFormat)
      seal.add(type)
    case .calendar: seal.add(max(0, calendarUID ?? 0))
    case .rules:
      seal.add(constraintType)
      // A task that is as soon, or as late, as possible has no date, whatever a program writes.
      if constraintType ?? 0 > 1 { seal.add(constraintDate) }
      seal.add(deadline)
      seal.add(isManual ? 1 : 0)
      seal.add(isActive ? 1 : 0)
      if isManual { seal.add(start) }
    case .cost: seal.add(fixedCost ?? 0)
    case .progress:
      seal.add(actualStart)
      seal.add(actualFinish)
      seal.add(actualDuration)
      seal.add(remainingDuration)
    case .links:
      for link in links {
        for number in [link.predecessorUID, link.type, link.lag, link.lagFormat] {
          seal.add(number)
        }
      }
    case .baselines:
      for baseline in baselines {
        seal.add(baseline.number)
        seal.add(baseline.start)
        seal.add(baseline.finish)
        seal.add(baseline.duration)
        seal.add(baseline.cost)
      }
    case .people:
      for assignment in assignments {
        for number in assignment { seal.add(number) }
      }
    }
    return seal.value
  }
}

extension MSPDISeal {
  /// Takes in a date, or that there is none.
  mutating func add(_ date: Instant?) { add(date.map { Int($0.minutes) }) }
}

extension MSPDIStatement {
  /// What a file says.
  init(_ task: MSPDIFile.Task, in file: MSPDIFile) {
    name = task.name
    notes = task.notes
    type = task.type
    start = task.start
    finish = task.finish
    duration = task.duration
    durationFormat = task.durationFormat
    calendarUID = task.calendarUID
    constraintType = task.constraintType
    constraintDate = task.constraintDate
    deadline = task.deadline
    isManual = task.isManual == true
    isActive = task.isActive != false
    fixedCost = task.fixedCost
    percentComplete = task.percentComplete
    actualStart = task.actualStart
    actualFinish = task.actualFinish
    actualDuration = task.actualDuration
    remainingDuration = task.remainingDuration
    stop = task.stop
    resume = task.resume
    links = Array(file.links(of: task))
    baselines = Array(file.baselines(of: task))
  }

  /// What the elements alone mean for the constraints.
  func constraints(projectStart: Instant) -> [TaskConstraint] {
    if isManual || !isActive, let start { return [TaskConstraint(.manualStart, start)] }
    return MSPDIMeaning.constraints(constraintType, constraintDate, start: projectStart)
  }
}
