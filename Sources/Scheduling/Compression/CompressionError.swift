/// Why a project cannot be compressed at all.
public enum CompressionError: Error, Hashable, Sendable {
  /// The differences contradict each other whatever the durations: going round these events, each
  /// waits for the one before it, and the first one for the last. Maximal lags and latest dates do
  /// this.
  case contradiction([ProjectEvent])
  /// The costs of all shortest durations sum up to more than 2⁶⁰.
  case costsTooLarge
  /// The activity has alternatives; ``DiscreteCompression`` knows them.
  case alternatives(activity: Int32)
}
