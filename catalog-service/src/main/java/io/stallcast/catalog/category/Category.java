package io.stallcast.catalog.category;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A shelf that products stand on; at the top where it has no parent. */
@Entity
@Table(name = "category")
class Category {
  @Id private String slug;
  private String name;
  private String parent;

  protected Category() {}

  Category(String slug, String name, String parent) {
    this.slug = slug;
    this.name = name;
    this.parent = parent;
  }

  String slug() {
    return slug;
  }

  String name() {
    return name;
  }

  String parent() {
    return parent;
  }

  boolean isTop() {
    return parent == null;
  }
}
