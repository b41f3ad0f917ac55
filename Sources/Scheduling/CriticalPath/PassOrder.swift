internal import Graphs

/// An order in which every link leads from an earlier to a later task: ascending numbers when they
/// are one, else the tasks sorted from the back, so that filed links are all it needs.
///
/// It is not the order of `topologicalOrder`, whose rule for ties is first in, first out; the passes
/// give the same dates in either.
///
/// - Throws: `SchedulingError.cycle`, the cycle that `topologicalOrder` names.
/// - Complexity: O(tasks + links) time, O(tasks) space; with a cycle, as `topologicalOrder`.
/// - Source: A. B. Kahn (1962), as for `topologicalOrder`, from the sinks.
func passOrder(
  of network: Network, _ incoming: IncomingLinks
) throws(SchedulingError) -> [Int32] {
  let count = network.taskCount
  if incoming.isAscending { return (0..<Int32(count)).map { $0 } }
  let (starts, links) = (incoming.starts, incoming.filed)
  var leaving = [Int32](repeating: 0, count: count)
  for source in network.linkSource { leaving[Int(source)] &+= 1 }
  // The order is its own queue: tasks from `head` on are placed, those between are free.
  var order = [Int32](repeating: 0, count: count)
  var (head, free) = (count, count)
  for task in stride(from: count - 1, through: 0, by: -1) where leaving[task] == 0 {
    free -= 1
    order[free] = Int32(truncatingIfNeeded: task)
  }
  while head > free {
    head -= 1
    let task = Int(order[head])
    var place = Int(starts[task])
    let end = Int(starts[task + 1])
    while place < end {
      let source = links[place].source
      place += 1
      leaving[source] &-= 1
      if leaving[source] == 0 {
        free -= 1
        order[free] = Int32(truncatingIfNeeded: source)
      }
    }
  }
  if free == 0 { return order }
  do {
    return try topologicalOrder(
      nodeCount: count, sources: network.linkSource, targets: network.linkTarget)
  } catch {
    throw .cycle(tasks: error.nodes, links: error.edges)
  }
}
