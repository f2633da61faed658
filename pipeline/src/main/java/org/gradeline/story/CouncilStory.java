package org.gradeline.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.histories.Status;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scheme;

/**
 * A council's story in chapters: a paragraph that can be quoted as it stands, the judgements of
 * today, the neighbours, the wait, the history of each line, the visits; then each other scheme in
 * a chapter of its own. Nothing in it was published after its reporting date.
 *
 * @param council the council
 * @param lines the lines that it tells of
 * @param known what is known of all councils
 */
record CouncilStory(Council council, List<Line> lines, Known known) {

  /** The chapters, the title with the leading paragraph first. */
  List<Chapter> chapters() {
    List<Scheme> schemes = schemes();
    Scheme main = schemes.get(0);
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(Chapter.of(council.name() + " (" + council.laCode() + ")", opening()));
    if (isOpen()) {
      chapters.add(
          JudgementTable.chapter(
              schemes.stream().flatMap(scheme -> leading(scheme).stream()).toList(),
              overall(main),
              known.date().asAt()));
    }
    chapters.add(Chapter.of("Statistical neighbours", neighbours(main)));
    chapters.add(Chapter.of("Waiting", waiting()));
    history(main).forEach(history -> chapters.add(history.chapter()));
    chapters.add(Chapter.of("Visits without a grade", visits(main).sentences()));
    schemes.stream().skip(1).forEach(scheme -> chapters.add(other(scheme)));
    chapters.add(Chapter.of("What came after", successors()));
    chapters.removeIf(chapter -> chapter.rows().isEmpty() && chapter.sentences().isEmpty());
    return chapters;
  }

  /** A story of all lines leaves out those that no inspection could judge yet. */
  static CouncilStory of(Council council, List<Line> lines, Known known) {
    List<Line> begun = lines.stream().filter(line -> hasBegun(line, known.date().asAt())).toList();
    return new CouncilStory(council, begun.isEmpty() ? lines : begun, known);
  }

  private static boolean hasBegun(Line line, LocalDate asAt) {
    return line.members().stream()
        .map(member -> member.framework().firstDay())
        .anyMatch(first -> first == null || !first.isAfter(asAt));
  }

  private Reference reference() {
    return known.reference();
  }

  private boolean isOpen() {
    return council.openOn(known.date().asAt());
  }

  /** The schemes of the lines that the story tells of, in order. */
  List<Scheme> schemes() {
    return reference().schemes().stream()
        .filter(scheme -> lines.stream().anyMatch(line -> isOf(line, scheme)))
        .toList();
  }

  private static boolean isOf(Line line, Scheme scheme) {
    return line.scheme().position() == scheme.position();
  }

  /**
   * The courses along the lines that lead a scheme; along all that are told where none of them is.
   */
  List<Course> leading(Scheme scheme) {
    List<Line> leading = reference().leadingLines(scheme).stream().filter(lines::contains).toList();
    return courses(leading.isEmpty() ? lines(scheme).toList() : leading);
  }

  private Stream<Line> lines(Scheme scheme) {
    return lines.stream().filter(line -> isOf(line, scheme));
  }

  private List<Course> courses(List<Line> of) {
    return of.stream().map(line -> known.course(council, line)).toList();
  }

  /** The courses along the lines that have led a scheme and are still told: the overall grade. */
  private List<Course> overall(Scheme scheme) {
    List<Line> leading = leading(scheme).stream().map(Course::line).toList();
    return courses(
        lines(scheme).filter(line -> !leading.contains(line) && line.isNamedGrade()).toList());
  }

  /** {@link LeadParagraph}. */
  String paragraph(Scheme scheme) {
    return new LeadParagraph(council, leading(scheme), overall(scheme), known).text();
  }

  private Scheme main() {
    return schemes().get(0);
  }

  /** The paragraph that leads, and what belongs right behind it. */
  List<String> opening() {
    List<String> sentences = new ArrayList<>(List.of(paragraph(main())));
    sentences.addAll(new Circumstances(council, known).sentences());
    return sentences;
  }

  /** Who took over a closed council; empty for an open one. */
  List<String> successors() {
    return isOpen() ? List.of() : new Circumstances(council, known).successors(main());
  }

  /** Who the neighbours are, and by which model. */
  String whoNeighboursAre() {
    return new Neighbours(council, known).sentences(List.of()).get(0);
  }

  /** How long the council has waited for an inspection. */
  List<String> waiting() {
    return waiting(main());
  }

  private List<String> neighbours(Scheme scheme) {
    return new Neighbours(council, known)
        .sentences(leading(scheme).stream().map(Course::line).toList());
  }

  private List<String> waiting(Scheme scheme) {
    return WaitingSentences.of(council, scheme, known);
  }

  /** The lines with a history, those that lead first. */
  List<History> history(Scheme scheme) {
    List<Line> leading = leading(scheme).stream().map(Course::line).toList();
    List<Line> others = lines(scheme).filter(line -> !leading.contains(line)).toList();
    return Stream.of(leading, others)
        .flatMap(of -> courses(of).stream())
        .filter(course -> lines.size() == 1 || hasHistory(course))
        .map(course -> new History(council, course, known))
        .toList();
  }

  private static boolean hasHistory(Course course) {
    return !course.steps().isEmpty() || course.status() == Status.NOT_JUDGED;
  }

  Visits visits(Scheme scheme) {
    return new Visits(council, scheme, known);
  }

  /** A scheme beside the main one: all of it in one chapter. */
  private Chapter other(Scheme scheme) {
    List<String> sentences = new ArrayList<>();
    List<Course> courses = leading(scheme);
    boolean graded = courses.stream().anyMatch(course -> course.inForce() != null);
    if (graded) {
      sentences.add(paragraph(scheme));
      sentences.addAll(neighbours(scheme));
    } else {
      sentences.addAll(new Circumstances(council, known).unread(scheme));
    }
    history(scheme).forEach(history -> sentences.addAll(history.sentences()));
    sentences.addAll(waiting(scheme));
    sentences.addAll(visits(scheme).sentences());
    return Chapter.of(scheme.label(), sentences);
  }
}
