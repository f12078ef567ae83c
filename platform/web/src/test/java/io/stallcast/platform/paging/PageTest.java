package io.stallcast.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void cutsTheExtraRowAndPointsAtTheLastOneShown() {
    Page<String> page = Page.of(List.of(1, 2, 3), 2, Cursor::of, row -> "row " + row);

    assertThat(page.items()).containsExactly("row 1", "row 2");
    assertThat(Cursor.decode(page.next()).number(0)).isEqualTo(2);
  }

  @Test
  void endsWhereThereIsNoExtraRow() {
    assertThat(Page.of(List.of(1, 2), 2, Cursor::of, row -> row).next()).isNull();
    assertThat(Page.of(List.<Integer>of(), 2, Cursor::of, row -> row).items()).isEmpty();
  }

  @Test
  void cannotBeChanged() {
    assertThatThrownBy(() -> Page.of(List.of(1), 2, Cursor::of, row -> row).items().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void asksForOneRowMoreThanItShows() {
    PageRequest request = PageRequest.of(5, Cursor.of("a"));

    assertThat(request.limit()).isEqualTo(5);
    assertThat(request.limitPlusOne()).isEqualTo(6);
    assertThat(request.cursor()).contains(Cursor.of("a"));
    assertThat(new PageRequest().limit()).isEqualTo(PageRequest.DEFAULT_LIMIT);
    assertThat(new PageRequest().cursor()).isEmpty();
  }
}
