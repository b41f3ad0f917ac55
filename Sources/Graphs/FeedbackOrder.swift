/// An order of a graph's nodes in which few edges lead backwards.
///
/// The smallest number is NP-hard to find. Nodes are taken from both ends, sources to the front and
/// sinks to the back, failing both the node with the most edges out over those in to the front; then
/// each is moved to where it does best, until none can be. The order is the same on every run.
///
/// - Parameter graph: any graph; a self loop counts on neither side, parallel edges count each.
/// - Returns: all nodes.
/// - Complexity: that of ``FeedbackArcSet`` for one large component, without its bound.
/// - Source: that of ``FeedbackArcSet``.
package func orderWithLittleFeedback(of graph: DirectedGraph) -> [Int32] {
  var whole = CyclicComponent(nodeCount: graph.nodeCount)
  for edge in 0..<Int32(graph.edgeCount) {
    let (source, target) = (graph.source(ofEdge: edge), graph.target(ofEdge: edge))
    if source != target { whole.add(edge, from: source, to: target, 1) }
  }
  return whole.goodOrder()
}
