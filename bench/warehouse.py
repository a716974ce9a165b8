"""ClickHouse or Spark for bench/warehouse.mjs: a job as JSON on standard input, processor seconds of each round as JSON on standard output."""

import json
import resource
import sys

job = json.load(sys.stdin)


class ClickHouse:
    def __init__(self):
        import chdb
        from chdb import session

        self.session = session.Session(job["out"])
        self.session.query(f"CREATE VIEW ratings AS SELECT * FROM file('{job['ratings']}')")
        self.version = f"ClickHouse (chdb {chdb.__version__})"
        self.written = job["out"] + ".parquet"

    def processor_seconds(self):
        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime + used.ru_stime

    def score(self):
        settings = "SETTINGS engine_file_truncate_on_insert = 1, output_format_parquet_string_as_string = 1"
        self.session.query(f"INSERT INTO FUNCTION file('{self.written}', 'Parquet') {settings} {job['sql']}")


class Spark:
    def __init__(self):
        import pyspark
        from pyspark.sql import SparkSession

        self.session = (
            SparkSession.builder.config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.memory", "3g")
            .config("spark.sql.codegen.hugeMethodLimit", 8000)
            .getOrCreate()
        )
        self.session.sparkContext.setLogLevel("ERROR")
        self.session.read.parquet(job["ratings"]).createOrReplaceTempView("ratings")
        self.version = f"Spark {pyspark.__version__}"
        self.written = job["out"] + "/*.parquet"

    def processor_seconds(self):
        # Of the Java machine, in which the work is done.
        java = self.session._jvm.java.lang
        bean = java.management.ManagementFactory.getOperatingSystemMXBean()
        method = java.Class.forName("com.sun.management.OperatingSystemMXBean").getMethod("getProcessCpuTime", None)
        return method.invoke(bean, None) / 1e9

    def score(self):
        self.session.sql(job["sql"]).write.mode("overwrite").parquet(job["out"])


engine = {"clickhouse": ClickHouse, "spark": Spark}[job["engine"]]()
seconds = []
for _ in range(job["rounds"]):
    before = engine.processor_seconds()
    engine.score()
    seconds.append(engine.processor_seconds() - before)
print(json.dumps({"seconds": seconds, "version": engine.version, "written": engine.written}))
