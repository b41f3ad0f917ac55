/// What the target leaves out of account: work that the cutover does not wait for.
extension Engine {
  /// By task, whether the cutover waits for it, directly or through others, or it is the cutover.
  ///
  /// - Complexity: O(tasks + links).
  func leading(to cutover: Int32) -> [Bool] {
    var leads = [Bool](repeating: false, count: network.taskCount)
    leads[Int(cutover)] = true
    for task in order.reversed() where leads[Int(task)] {
      for place in incoming.places(into: Int(task)) { leads[incoming.filed[place].source] = true }
    }
    return leads
  }
}

extension Network {
  /// The same tasks with the links for which something holds.
  func keepingLinks(where isKept: (Link) -> Bool) -> Network {
    var result = self
    result.links.removeAll { !isKept($0) }
    return result
  }
}

extension ForwardPass {
  /// The pass on a network in which what the cutover does not wait for binds nothing that it waits
  /// for: a slip of the cutover moves the work after it, not the target.
  ///
  /// - Complexity: O(tasks + links).
  func towardsCutover() -> ForwardPass {
    let network = engine.network
    guard let cutover = network.cutover else { return self }
    let leads = engine.leading(to: cutover)
    let free = groupsSet(by: leads)
    func binds(_ link: Network.Link) -> Bool {
      leads[Int(link.target)] || !leads[Int(link.source)] && !free.contains(link.target)
    }
    guard !network.links.allSatisfy(binds),
      var prepared = try? Engine(network.keepingLinks(where: binds), time: engine.time)
    else { return self }
    // Every date keeps the grain of the whole.
    prepared.granule = engine.granule
    var pass = self
    pass.engine = prepared
    return pass
  }

  /// The starts of groups that the cutover does not wait for, but that a task sets which it waits
  /// for: then no other member has to keep them either.
  private func groupsSet(by leads: [Bool]) -> Set<Int32> {
    var groups: Set<Int32> = []
    for task in engine.order where engine.tasks[Int(task)].kind == .groupStart {
      guard !leads[Int(task)] else { continue }
      let setting = engine.links(into: Int(task)).first {
        bound(ofIncoming: $0) == start[Int(task)]
      }
      if let setting, leads[engine.incoming.filed[setting].source] { groups.insert(task) }
    }
    return groups
  }
}
