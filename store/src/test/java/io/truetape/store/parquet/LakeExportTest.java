package io.truetape.store.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.store.SampleFacts;
import io.truetape.store.SamplePrints;
import io.truetape.store.duckdb.DuckStore;
import io.truetape.store.duckdb.StorePlan;
import io.truetape.store.query.meaning.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeExportTest {
  @TempDir Path folder;

  @Test
  void anotherReaderFindsEveryRowTyped() throws Exception {
    SamplePrints source = new SamplePrints(3);
    ChippedPrint first = source.next(1, 1_000_000);
    long premium = first.measured().premiumMicros();
    Path lake = folder.resolve("lake");
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      store.writer().accept(1, first);
      for (int i = 2; i <= 500; i++) {
        ChippedPrint print = source.next(i, i * 1_000_000L + (i > 300 ? 86_400_000_000_000L : 0));
        premium += print.measured().premiumMicros();
        store.writer().accept(i, print);
      }
      store.writer().handedOver(500);
      store.writer().flush();
      List<LakeExport.Written> written = new LakeExport(store.exports(), lake).writeAll();
      assertThat(written).extracting(LakeExport.Written::rows).containsExactly(300L, 200L);
      assertThat(written.getFirst().file())
          .isEqualTo(lake.resolve("flow/year=2026/month=01/day=16/flow.parquet"));
      assertThat(Files.exists(lake.resolve("flow/year=2026/month=01/day=16/flow.parquet.part")))
          .isFalse();
    }
    try (Connection other = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = other.createStatement()) {
      sql.execute(
          "create view flow as select * from read_parquet('"
              + lake
              + "/flow/*/*/*/*.parquet', hive_partitioning = true)");
      try (ResultSet r =
          sql.executeQuery(
              "select count(*), sum(premium_micros)::bigint, count(distinct day) from flow")) {
        r.next();
        assertThat(r.getLong(1)).isEqualTo(500);
        assertThat(r.getLong(2)).isEqualTo(premium);
        assertThat(r.getLong(3)).isEqualTo(2);
      }
      try (ResultSet r =
          sql.executeQuery(
              "select typeof(ts), typeof(expiry), typeof(price_micros), typeof(chips), side,"
                  + " \"right\", underlying, epoch_ns(ts) from flow where seq = 1")) {
        r.next();
        assertThat(r.getString(1)).isEqualTo("TIMESTAMP_NS");
        assertThat(r.getString(2)).isEqualTo("DATE");
        assertThat(r.getString(3)).isEqualTo("BIGINT");
        assertThat(r.getString(4)).isEqualTo("VARCHAR[]");
        assertThat(r.getString(5)).isEqualTo(first.sided().side().name());
        assertThat(r.getString(6)).isEqualTo(first.contract().right().name());
        assertThat(r.getString(7)).isEqualTo(first.contract().underlying());
        assertThat(r.getLong(8)).isEqualTo(first.tsNanos());
      }
    }
  }

  @Test
  void conclusionsBecomeFilesWithTypedColumns() throws Exception {
    Path lake = folder.resolve("lake");
    SampleFacts source = new SampleFacts(4);
    try (DuckStore store = DuckStore.open(StorePlan.in(folder))) {
      for (int i = 1; i <= 50; i++) {
        store.writer().accept(i, source.next(Resource.STRUCTURES, i * 1_000_000L));
      }
      store.writer().handedOver(50);
      store.writer().flush();
      assertThat(new LakeExport(store.exports(), lake).writeConclusions())
          .containsOnlyKeys(Resource.STRUCTURES);
    }
    try (Connection other = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = other.createStatement();
        ResultSet r =
            sql.executeQuery(
                "select count(*), any_value(typeof(premium_micros)), any_value(typeof(score)),"
                    + " sum(json_array_length(legs)) from read_parquet('"
                    + lake
                    + "/structures/year=2026/month=01/day=16/structures.parquet')")) {
      r.next();
      assertThat(r.getLong(1)).isEqualTo(50);
      assertThat(r.getString(2)).isEqualTo("BIGINT");
      assertThat(r.getString(3)).isEqualTo("DOUBLE");
      assertThat(r.getLong(4)).isPositive();
    }
  }
}
