/// Beginnings and ends of the things a file holds.
extension MSPDIBuilder {
  mutating func beginCalendar() {
    uid = nil
    calendar = .init(uid: 0, line: Int(line))
  }

  mutating func endCalendar() {
    guard let uid = takenUID(.calendar) else { return }
    calendar.uid = uid
    charge(MemoryLayout<MSPDIFile.Calendar>.stride)
    file.calendars.append(calendar)
  }

  mutating func endException() {
    exception.workingTimes = workingTimes
    charge(MemoryLayout<MSPDIFile.Exception>.stride)
    calendar.exceptions.append(exception)
  }

  mutating func endWorkingTime() {
    switch (fromTime, toTime) {
    case (let from?, let to?):
      charge(MemoryLayout<MSPDIFile.WorkingTime>.stride + (workingTimes.isEmpty ? 32 : 0))
      workingTimes.append(.init(start: from, end: to))
    case (nil, nil): break  // Some programs write five pieces, the last of them empty.
    default: warn(.halfWorkingTime)
    }
  }

  mutating func beginExtendedAttribute() {
    fieldID = nil
    extendedAttribute = .init(fieldID: 0)
    extendedValue = nil
  }

  mutating func endExtendedAttribute() {
    guard let fieldID else { return warn(.missingFieldID) }
    extendedAttribute.fieldID = fieldID
    charge(MemoryLayout<MSPDIFile.ExtendedAttribute>.stride)
    file.extendedAttributes.append(extendedAttribute)
  }

  mutating func endExtendedValue() {
    guard let fieldID else { return warn(.missingFieldID) }
    charge(MemoryLayout<MSPDIFile.ExtendedValue>.stride)
    file.values.append(.init(fieldID: Int32(clamping: fieldID), value: extendedValue))
  }

  mutating func beginTask() {
    uid = nil
    task = .init(uid: 0, line: line)
    firstLink = file.links.count
    firstBaseline = file.baselines.count
    firstValue = file.values.count
  }

  mutating func endTask() {
    guard let uid = takenUID(.task) else {
      file.links.removeSubrange(firstLink...)
      file.baselines.removeSubrange(firstBaseline...)
      file.values.removeSubrange(firstValue...)
      return
    }
    task.uid = Int32(clamping: uid)
    task.links = .init(firstLink..<file.links.count)
    task.baselines = .init(firstBaseline..<file.baselines.count)
    task.values = .init(firstValue..<file.values.count)
    charge(MemoryLayout<MSPDIFile.Task>.stride)
    file.tasks.append(task)
  }

  mutating func endLink() {
    guard link.predecessorUID != nil || link.crossProjectName != nil else {
      return warn(.missingPredecessor)
    }
    charge(MemoryLayout<MSPDIFile.Link>.stride)
    file.links.append(link)
  }

  mutating func endBaseline() {
    guard baseline != .init() else { return }
    charge(MemoryLayout<MSPDIFile.Baseline>.stride)
    file.baselines.append(baseline)
  }

  mutating func beginResource() {
    uid = nil
    resource = .init(uid: 0, line: Int(line))
    firstValue = file.values.count
  }

  mutating func endResource() {
    guard let uid = takenUID(.resource) else {
      file.values.removeSubrange(firstValue...)
      return
    }
    resource.uid = uid
    resource.values = .init(firstValue..<file.values.count)
    charge(MemoryLayout<MSPDIFile.Resource>.stride)
    file.resources.append(resource)
  }

  mutating func endAvailability() {
    guard availability != .init() else { return }
    charge(MemoryLayout<MSPDIFile.Availability>.stride)
    resource.availability.append(availability)
  }

  mutating func beginAssignment() {
    uid = nil
    assignment = .init(uid: 0, line: line)
    firstPeriod = file.periods.count
    doneWork.removeAll(keepingCapacity: true)
  }

  mutating func endAssignment() {
    guard let uid = takenUID(.assignment) else {
      file.periods.removeSubrange(firstPeriod...)
      return
    }
    assignment.uid = Int32(clamping: uid)
    let middle = file.periods.count
    file.periods += doneWork
    assignment.plannedPeriods = .init(firstPeriod..<middle)
    assignment.actualPeriods = .init(middle..<file.periods.count)
    charge(MemoryLayout<MSPDIFile.Assignment>.stride)
    file.assignments.append(assignment)
  }

  mutating func beginWorkPeriod() {
    workPeriod = .init()
    workPeriodType = nil
    unreadableWork = nil
  }

  /// The value is a duration only for work, and the type may follow it.
  mutating func readWork() {
    if let work = ValueText.duration(text.bytes) {
      if !work.isExact { file.roundings.durations += 1 }
      workPeriod.work = work.value
    } else {
      unreadableWork = text.string
    }
  }

  mutating func endWorkPeriod() {
    guard workPeriodType == 1 || workPeriodType == 2 else { return }
    if let unreadableWork, !unreadableWork.isEmpty {
      warn(.unreadable(.duration, unreadableWork, in: "TimephasedData/Value"))
    }
    charge(MemoryLayout<MSPDIFile.WorkPeriod>.stride)
    if workPeriodType == 2 {
      doneWork.append(workPeriod)
    } else {
      file.periods.append(workPeriod)
    }
  }
}
