/// The two days on which the Sun crosses the celestial equator, as seen on Japanese clocks.
///
/// The mean equinox of a year is a straight line in time:
///
///     days from 2000-01-01T00:00 JST = epoch + interval × (year − 2000)
///
/// The equinox day is the day that moment lies in. The epoch is the mean equinox of 2000; the
/// interval is the mean time between two equinoxes of the same season, which differs between
/// March and September because the Earth's orbit is an ellipse. Disturbances by the Moon and the
/// planets are left out. They move an equinox by up to 18 minutes, which changes the day of none in
/// ``JapaneseHolidays/years``: every year is checked against an ephemeris by the tests. This is no
/// ephemeris itself: outside those years it may be a day wrong.
///
/// Source: J. Meeus, *Astronomical Algorithms*, 2nd ed. (1998), table 27.B, less 64 seconds from
/// dynamical to civil time, plus nine hours to Japan Standard Time.
enum Equinox {
  /// In March, when the day becomes longer than the night.
  case vernal
  /// In September, when the day becomes shorter than the night.
  case autumnal

  /// The day of the equinox in a year, by Japan Standard Time, in days since 1970-01-01.
  ///
  /// - Complexity: O(1) time and space.
  func dayNumber(in year: Int) -> Int {
    let millionths = epoch + interval * (year - 2000)
    let remainder = millionths % 1_000_000
    let days = (millionths - remainder) / 1_000_000 - (remainder < 0 ? 1 : 0)
    return Equinox.dayNumberOf2000 + days
  }

  /// The mean equinox of 2000, in millionths of a day since the beginning of that year.
  private var epoch: Int {
    switch self {
    case .vernal: 79_684_100
    case .autumnal: 266_091_410
    }
  }

  /// The mean time from one equinox to the next of the same season, in millionths of a day.
  private var interval: Int {
    switch self {
    case .vernal: 365_242_374
    case .autumnal: 365_242_018
    }
  }

  /// The day number of 2000-01-01.
  private static let dayNumberOf2000 = 10_957
}
