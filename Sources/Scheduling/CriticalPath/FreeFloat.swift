/// How far each task may slip with every successor keeping its dates.
///
/// - Parameter late: a backward pass over the same early dates: it knows what plain links allow.
/// - Complexity: O(tasks + links) time and space.
func freeFloats(
  _ engine: Engine, _ early: ForwardPass, _ late: BackwardPass, projectFinish: Int32
) -> [Int32] {
  let network = engine.network
  var result = innerFreeFloats(engine, early, late, projectFinish: projectFinish)
  if engine.outerTasks.isEmpty { return result }
  var startLimit = [Int32](repeating: WorkingTime.farFuture, count: network.taskCount)
  var finishLimit = [Int32](repeating: projectFinish, count: network.taskCount)
  for task in engine.outerTasks.reversed() {
    let task = Int(task)
    let progress = engine.tasks[task].isSpecial ? network.progress[Int32(task)] : nil
    if engine.tasks[task].isPlainWork {
      result[task] =
        engine.latestPosition(
          of: task, position: late.limits[task].free, startLimit: startLimit[task],
          finishLimit: finishLimit[task]) - early.position[task]
    } else if let progress {
      result[task] =
        progress.finished != nil
        ? 0 : engine.float(of: task, from: early.finish[task], to: finishLimit[task])
    } else {
      let latest = engine.latestDates(
        of: task, startLimit: startLimit[task], finishLimit: finishLimit[task])
      result[task] = engine.float(of: task, from: early.start[task], to: latest.start)
    }
    if engine.tasks[task].traits.contains(.hasOnlyPlainLinks) { continue }
    let isGate = engine.isGate(task)
    // What has begun cannot be moved by its predecessors any more; only work that remains and waits
    // for them can.
    var resume: Int32?
    if let progress {
      guard progress.finished == nil, network.progressRule == .retainedLogic else { continue }
      resume = engine.latestResume(
        of: task, remaining: engine.remaining(of: task, progress), finishLimit: early.finish[task])
    }
    // A group's own date may move as far as its successors keep theirs.
    let ownStart =
      isGate ? min(startLimit[task], finishLimit[task]) : resume ?? early.start[task]
    let range = engine.links(into: task)
    if engine.tasks[task].kind == .groupStart {
      if let index = range.first(where: { early.bound(ofIncoming: $0) == early.start[task] }) {
        let source = Int(engine.incoming[index].source)
        startLimit[source] = min(startLimit[source], ownStart)
      }
      continue
    }
    for index in range {
      if engine.incoming.filed[index].isPlain { continue }
      let link = engine.incoming[index]
      let type = link.type
      let source = Int(link.source)
      var own = ownStart
      if !type.toStart, !isGate { own = engine.finishCounted(early.finish[task], for: task) }
      let limit = engine.unshift(own, by: link)
      if type.fromFinish {
        finishLimit[source] = min(finishLimit[source], limit)
      } else {
        startLimit[source] = min(startLimit[source], limit)
      }
    }
  }
  return result
}

/// The free floats of inner tasks; zero for others.
private func innerFreeFloats(
  _ engine: Engine, _ early: ForwardPass, _ late: BackwardPass, projectFinish: Int32
) -> [Int32] {
  let (tasks, position, limits) = (engine.tasks, early.position, late.limits)
  var result = [Int32](repeating: 0, count: tasks.count)
  var floats = result.mutableSpan
  var calendar: Int16 = -1
  var finishLimit: Int32 = 0
  for task in tasks.indices where tasks[task].isInner {
    if tasks[task].calendar != calendar {
      calendar = tasks[task].calendar
      finishLimit = engine.time.extendedPosition(projectFinish, on: Int32(calendar))
    }
    floats[task] = min(limits[task].free, finishLimit - tasks[task].amount) - position[task]
  }
  return result
}
