package org.sumscan;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The measures of the program's own source, as the compiler's parser sees it. */
record Sources(List<Type> types, List<Method> methods) {

  /**
   * A type.
   *
   * @param name its simple name, behind those of the types around it: {@code Outer.Inner}
   * @param components those of a record, else none
   */
  record Type(Path file, String home, String name, boolean isTopLevel, int components) {}

  /**
   * A method or constructor.
   *
   * @param lines from its first annotation or modifier to its closing brace
   * @param parameters none for a record's canonical constructor, whose are the components
   */
  record Method(Path file, String name, int lines, int parameters) {}

  /** Reads all Java files below a folder. */
  static Sources below(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    Sources sources = new Sources(new ArrayList<>(), new ArrayList<>());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask parser =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(parser).getSourcePositions();
      for (CompilationUnitTree unit : parser.parse()) {
        new Measuring(unit, positions, sources).scan(unit, "");
      }
    }
    return sources;
  }

  /** Walks through one file. What it hands down is the name of the type around. */
  private static final class Measuring extends TreePathScanner<Void, String> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Sources sources;
    private final Path file;

    Measuring(CompilationUnitTree unit, SourcePositions positions, Sources sources) {
      this.unit = unit;
      this.positions = positions;
      this.sources = sources;
      this.file = Path.of(unit.getSourceFile().getName());
    }

    @Override
    public Void visitClass(ClassTree type, String around) {
      String name =
          around.isEmpty() ? "" + type.getSimpleName() : around + "." + type.getSimpleName();
      boolean isTopLevel = around.isEmpty();
      sources.types.add(
          new Type(file, "" + unit.getPackageName(), name, isTopLevel, components(type)));
      return super.visitClass(type, name);
    }

    private static int components(ClassTree type) {
      if (type.getKind() != Tree.Kind.RECORD) return 0;
      return (int)
          type.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(member -> ((VariableTree) member).getModifiers().getFlags())
              .filter(flags -> !flags.contains(Modifier.STATIC))
              .count();
    }

    @Override
    public Void visitMethod(MethodTree method, String around) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      boolean isConstructor = method.getName().contentEquals("<init>");
      String name = around + "." + (isConstructor ? "constructor" : method.getName());
      int components = components((ClassTree) getCurrentPath().getParentPath().getLeaf());
      int parameters = method.getParameters().size();
      if (isConstructor && parameters == components) parameters = 0;
      sources.methods.add(new Method(file, name, (int) (last - first + 1), parameters));
      return super.visitMethod(method, around);
    }
  }
}
