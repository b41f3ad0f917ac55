// Schedules a network that `Benchmarks --dump` wrote with MPXJ's MicrosoftScheduler, compares its
// dates with those in the file, reads the slack of every task, and tells how much processor time of
// the scheduling thread that took.
//
//   java -Xss512m -cp "MPXJ/lib/*" PeerBenchmark.java FILE REPETITIONS
//
// The first repetition that is timed comes after one that is not: the virtual machine is warm then.
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.MicrosoftScheduler;

public class PeerBenchmark {
  private LocalDateTime start;
  private LocalDateTime finish;
  private double ourMilliseconds;
  private final List<LocalDate> closed = new ArrayList<>();
  private final List<Integer> minutes = new ArrayList<>();
  /** Source, target, lag; and the type of each. */
  private final List<int[]> links = new ArrayList<>();
  private final List<RelationType> types = new ArrayList<>();
  private final List<LocalDateTime[]> dates = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    PeerBenchmark benchmark = new PeerBenchmark();
    benchmark.read(Path.of(arguments[0]));
    int repetitions = Integer.parseInt(arguments[1]);
    // MPXJ sorts recursively: the thread needs a large stack.
    Exception[] failure = new Exception[1];
    Thread thread = new Thread(null, () -> {
      try {
        benchmark.run(repetitions);
      } catch (Exception error) {
        failure[0] = error;
      }
    }, "scheduling", 1L << 29);
    thread.start();
    thread.join();
    if (failure[0] != null) throw failure[0];
  }

  private void read(Path path) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "start" -> start = LocalDateTime.parse(words[1]);
          case "finish" -> finish = LocalDateTime.parse(words[1]);
          case "milliseconds" -> ourMilliseconds = Double.parseDouble(words[1]);
          case "closed" -> closed.add(LocalDate.parse(words[1]));
          case "task" -> minutes.add(Integer.valueOf(words[1]));
          case "link" -> {
            links.add(new int[] {
              Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[4])
            });
            types.add(switch (words[3]) {
              case "SS" -> RelationType.START_START;
              case "FF" -> RelationType.FINISH_FINISH;
              case "SF" -> RelationType.START_FINISH;
              default -> RelationType.FINISH_START;
            });
          }
          case "dates" -> dates.add(new LocalDateTime[] {
            LocalDateTime.parse(words[1]), LocalDateTime.parse(words[2])
          });
          default -> throw new IOException("unknown line: " + line);
        }
      }
    }
  }

  private ProjectFile project() {
    ProjectFile file = new ProjectFile();
    ProjectCalendar calendar = file.addDefaultBaseCalendar();
    for (DayOfWeek day : DayOfWeek.values()) {
      calendar.removeCalendarHours(day);
      boolean isWorked = day.getValue() <= 5;
      calendar.setWorkingDay(day, isWorked);
      var hours = calendar.addCalendarHours(day);
      if (isWorked) {
        hours.add(new LocalTimeRange(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        hours.add(new LocalTimeRange(LocalTime.of(13, 0), LocalTime.of(18, 0)));
      }
    }
    for (LocalDate day : closed) calendar.addCalendarException(day);
    file.setDefaultCalendar(calendar);
    ProjectProperties properties = file.getProjectProperties();
    properties.setStartDate(start);
    properties.setMinutesPerDay(480);
    properties.setMinutesPerWeek(2400);
    List<Task> tasks = new ArrayList<>();
    for (int duration : minutes) {
      Task task = file.addTask();
      task.setName("T" + tasks.size());
      task.setDuration(Duration.getInstance(duration, TimeUnit.MINUTES));
      task.setActualDuration(Duration.getInstance(0, TimeUnit.MINUTES));
      task.setRemainingDuration(Duration.getInstance(duration, TimeUnit.MINUTES));
      tasks.add(task);
    }
    for (int index = 0; index < links.size(); index++) {
      int[] link = links.get(index);
      tasks.get(link[1]).addPredecessor(new Relation.Builder()
          .predecessorTask(tasks.get(link[0])).type(types.get(index))
          .lag(Duration.getInstance(link[2], TimeUnit.MINUTES)));
    }
    return file;
  }

  private void run(int repetitions) throws Exception {
    compare();
    var clock = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    double bestSchedule = 0;
    long sum = 0;
    for (int run = 0; run < repetitions; run++) {
      ProjectFile file = project();
      long begun = clock.getCurrentThreadCpuTime();
      new MicrosoftScheduler().schedule(file, start);
      long scheduled = clock.getCurrentThreadCpuTime();
      for (Task task : file.getTasks()) {
        sum += (long) (task.getTotalSlack().getDuration() + task.getFreeSlack().getDuration());
      }
      double all = (clock.getCurrentThreadCpuTime() - begun) / 1e6;
      if (all < best) {
        best = all;
        bestSchedule = (scheduled - begun) / 1e6;
      }
    }
    System.out.printf(Locale.ROOT,
        "%,d tasks: MPXJ %.1f ms (%.1f without slack), bunri %.2f ms: %.0f times as fast%n",
        minutes.size(), best, bestSchedule, ourMilliseconds, best / ourMilliseconds);
    if (sum == Long.MIN_VALUE) System.out.println(sum);  // the slack is used: it must be computed
  }

  /** Compares dates as working instants: Friday 18:00 is Monday 09:00. */
  private void compare() throws Exception {
    ProjectFile file = project();
    new MicrosoftScheduler().schedule(file, start);
    ProjectCalendar calendar = file.getDefaultCalendar();
    LocalDateTime latest = start;
    int different = 0;
    // Under a lead, MPXJ starts a task before the project's start; bunri does not.
    int beforeStart = 0;
    String first = "";
    List<Task> tasks = file.getTasks();
    for (int index = 0; index < tasks.size(); index++) {
      Task task = tasks.get(index);
      if (task.getFinish().isAfter(latest)) latest = task.getFinish();
      if (index >= dates.size()) continue;
      LocalDateTime[] ours = dates.get(index);
      if (isSame(calendar, task.getStart(), ours[0])
          && isSame(calendar, task.getFinish(), ours[1])) continue;
      different++;
      if (task.getStart().isBefore(start)) beforeStart++;
      if (first.isEmpty()) {
        first = "; task " + index + " is " + task.getStart() + " to " + task.getFinish()
            + ", bunri says " + ours[0] + " to " + ours[1];
      }
    }
    boolean isSameFinish = isSame(calendar, latest, finish);
    System.out.printf("%,d tasks: the project's finish %s; %d of %d tasks' dates differ (%d begin before the"
            + " project's start with MPXJ)%s%n",
        minutes.size(),
        isSameFinish ? "is the same" : "differs: " + latest + ", bunri says " + finish,
        different, Math.min(dates.size(), tasks.size()), beforeStart, first);
  }

  private static boolean isSame(ProjectCalendar calendar, LocalDateTime one, LocalDateTime other) {
    return one.isEqual(other)
        || Math.abs(calendar.getWork(one, other, TimeUnit.MINUTES).getDuration()) < 0.5;
  }
}
