extension ScheduledNetwork {
  /// The number of the link that drives each task, −1 where none does: `driver(of:).link` of all.
  ///
  /// The forward pass has found the link of most inner tasks on its way. It could not tell links
  /// that tie, because their order is that of the predecessors' total floats.
  ///
  /// - Parameter places: what the forward pass knows (`DrivingPlace`).
  /// - Complexity: O(tasks + links) time, O(1) space beside the result.
  func drivingLinks(from places: consuming [Int32]) -> [Int32] {
    var result = places
    let links = engine.incoming.filed
    for task in result.indices {
      let known = result[task]
      if known >= 0 {
        result[task] = links[Int(known)].number
      } else if known == DrivingPlace.undecided {
        result[task] = driver(of: Int32(task)).link ?? -1
      } else if known != DrivingPlace.none {
        result[task] = firstOfTie(task)
      }
    }
    return result
  }

  /// Of the plain links that set a task's position, the one whose predecessor has the smallest
  /// total float, then the one with the smallest number.
  func firstOfTie(_ task: Int) -> Int32 {
    var first: (float: Int32, link: Int32) = (.max, -1)
    for place in engine.links(into: task) {
      let link = engine.incoming.filed[place]
      guard early.position[link.source] &+ link.offset == early.position[task] else { continue }
      let entry = (schedule.totalFloat[link.source], link.number)
      if entry < first { first = entry }
    }
    return first.link
  }
}
