package io.stallcast.asyncapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What is written above types, record components and enum constants, as Markdown. */
final class Javadocs {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** Of each source file that was asked for, by the canonical names of what they stand above. */
  private final Map<Class<?>, Map<String, DocCommentTree>> comments = new HashMap<>();

  Optional<String> of(Class<?> type) {
    return body(type, type.getCanonicalName());
  }

  Optional<String> of(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return body(type, type.getCanonicalName() + "." + constant.name());
  }

  Optional<String> ofComponent(Class<?> record, String component) {
    return comment(record, record.getCanonicalName()).stream()
        .flatMap(comment -> comment.getBlockTags().stream())
        .filter(ParamTree.class::isInstance)
        .map(ParamTree.class::cast)
        .filter(param -> param.getName().getName().contentEquals(component))
        .map(param -> markdown(param.getDescription()))
        .findFirst();
  }

  private Optional<String> body(Class<?> type, String name) {
    return comment(type, name)
        .map(comment -> markdown(comment.getFullBody()))
        .filter(text -> !text.isEmpty());
  }

  private Optional<DocCommentTree> comment(Class<?> type, String name) {
    return Optional.ofNullable(
        comments.computeIfAbsent(type.getNestHost(), this::ofFile).get(name));
  }

  private Map<String, DocCommentTree> ofFile(Class<?> type) {
    return Repository.source(type).map(this::parsed).orElseGet(Map::of);
  }

  private Map<String, DocCommentTree> parsed(Path source) {
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var units = files.getJavaFileObjects(source);
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      Reader reader = new Reader(DocTrees.instance(task));
      reader.scan(task.parse(), null);
      return reader.found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String markdown(List<? extends DocTree> parts) {
    return parts.stream()
        .map(Javadocs::markdown)
        .collect(Collectors.joining())
        .replaceAll("[ \\n]*\\n\\n[ \\n]*", "\f")
        .replaceAll("\\s*\\n\\s*", " ")
        .replace("\f", "\n\n")
        .strip();
  }

  private static String markdown(DocTree part) {
    return switch (part) {
      case TextTree text -> text.getBody();
      case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
      case LinkTree link when !link.getLabel().isEmpty() -> "`" + markdown(link.getLabel()) + "`";
      case LinkTree link -> "`" + withoutPackage(link.getReference().getSignature()) + "`";
      case StartElementTree element -> element.getName().contentEquals("p") ? "\n\n" : "";
      case EntityTree entity -> entity.toString();
      default -> "";
    };
  }

  private static String withoutPackage(String signature) {
    return signature.replaceFirst("^([a-z]+\\.)+(?=[A-Z])", "").replace('#', '.');
  }

  private static final class Reader extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private final Map<String, DocCommentTree> found = new HashMap<>();
    private final Deque<String> names = new ArrayDeque<>();

    private Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree unit, Void nothing) {
      names.push(unit.getPackageName().toString());
      super.visitCompilationUnit(unit, nothing);
      names.pop();
      return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      names.push(names.peek() + "." + type.getSimpleName());
      keep(names.peek());
      super.visitClass(type, nothing);
      names.pop();
      return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      keep(names.peek() + "." + variable.getName());
      return null;
    }

    private void keep(String name) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        found.putIfAbsent(name, comment);
      }
    }
  }
}
