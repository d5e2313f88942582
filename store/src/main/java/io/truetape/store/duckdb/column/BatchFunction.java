package io.truetape.store.duckdb.column;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/// Shows a [Batch] to DuckDB as a table function: `insert into t select * from f()` then copies
/// whole columns. One caller at a time: the writer sets the batch, then runs the insert.
public final class BatchFunction
    implements DuckDBTableFunction<Object, BatchFunction.Cursor, Object> {
  private final String table;
  private final List<Column> shape;
  private volatile @Nullable Batch current;
  private @Nullable PreparedStatement insert;

  private BatchFunction(Batch shape) {
    this.table = shape.table();
    this.shape = List.copyOf(shape.columns());
  }

  /// Makes `<table>_batch()` known to a connection.
  public static BatchFunction register(DuckDBConnection connection, Batch shape)
      throws SQLException {
    BatchFunction function = new BatchFunction(shape);
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(shape.table() + "_batch").withFunction(function).register(connection);
    }
    return function;
  }

  /// Copies a batch into its table; nothing when it is empty.
  public void insert(DuckDBConnection connection, Batch batch) throws SQLException {
    if (batch.rows() == 0) {
      return;
    }
    current = batch;
    PreparedStatement sql = insert;
    if (sql == null) {
      sql =
          connection.prepareStatement(
              "insert into " + table + " select * from " + table + "_batch()");
      insert = sql;
    }
    sql.executeUpdate();
  }

  /// How far one scan has come.
  static final class Cursor {
    private int next;
  }

  @Override
  public Object bind(DuckDBTableFunctionBindInfo info) {
    for (Column column : shape) {
      info.addResultColumn(column.name(), column.type());
    }
    return this;
  }

  @Override
  public Cursor init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    return new Cursor();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter out) {
    Batch batch = current;
    if (batch == null) {
      return 0;
    }
    Cursor cursor = call.getInitData();
    int from = cursor.next;
    int count = (int) Math.min(out.capacity(), batch.rows() - from);
    List<Column> columns = batch.columns();
    for (int c = 0; c < columns.size(); c++) {
      columns.get(c).write(from, count, out.vector(c));
    }
    cursor.next = from + count;
    return count;
  }
}
