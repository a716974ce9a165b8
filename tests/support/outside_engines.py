"""Spark or ClickHouse for the tests: jobs come on standard input, a line of JSON each, and each is answered by a line of JSON.

load   reads a file with a row a line, each a list of values, into a table
query  runs a statement and writes its rows, each a list of values under the names in the first line, into a file
"""

import json
import sys

TYPES = {
    "spark": {"text": "STRING", "integer": "INT", "truth": "BOOLEAN"},
    "clickhouse": {"text": "Nullable(String)", "integer": "Nullable(Int32)", "truth": "Nullable(UInt8)"},
}


def quoted(name):
    return "`" + name.replace("`", "``") + "`"


class Spark:
    PARTITIONS = 4

    def __init__(self, folder):
        import pyspark
        from pyspark.sql import SparkSession

        self.folder = folder
        self.session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.memory", "3g")
            .config("spark.sql.shuffle.partitions", str(self.PARTITIONS))
            .config("spark.sql.warehouse.dir", folder + "/warehouse")
            .config("spark.local.dir", folder + "/spark")
            .getOrCreate()
        )
        self.session.sparkContext.setLogLevel("ERROR")
        self.version = "Spark " + pyspark.__version__

    def load(self, name, columns, file):
        # The lines are lists; Spark reads them as one array of texts each and casts: null stays null, and an empty text empty.
        fields = [
            f"CAST(cells[{at}] AS {TYPES['spark'][column['type']]}) AS {quoted(column['name'])}"
            for at, column in enumerate(columns)
        ]
        lines = self.session.read.text(file).repartition(self.PARTITIONS)
        rows = lines.selectExpr("from_json(value, 'array<string>') AS cells").selectExpr(*fields)
        path = f"{self.folder}/{abs(hash(name))}.parquet"
        rows.write.mode("overwrite").parquet(path)
        self.session.read.parquet(path).createOrReplaceTempView(quoted(name))

    def query(self, sql, file):
        answer = self.session.sql(sql)
        names = answer.columns
        # Rows are written by the partitions, and doubles as the engine itself writes them: read again they are the same.
        values = answer.toDF(*[f"c{at}" for at in range(len(names))])
        rows = values.selectExpr("to_json(struct(*), map('ignoreNullFields', 'false')) AS value").toLocalIterator()
        with open(file, "w", encoding="utf-8") as out:
            out.write(json.dumps(names) + "\n")
            for row in rows:
                out.write(row.value + "\n")


class ClickHouse:
    def __init__(self, folder):
        import chdb
        from chdb import session

        self.session = session.Session(folder + "/clickhouse")
        self.version = "ClickHouse " + chdb.engine_version if hasattr(chdb, "engine_version") else "ClickHouse"

    def load(self, name, columns, file):
        table = quoted(name)
        shape = ", ".join(f"{quoted(column['name'])} {TYPES['clickhouse'][column['type']]}" for column in columns)
        self.session.query(f"DROP TABLE IF EXISTS {table}")
        self.session.query(f"CREATE TABLE {table} ({shape}) ENGINE = Memory")
        path, text = [one.replace("\\", "\\\\").replace("'", "\\'") for one in (file, shape)]
        self.session.query(f"INSERT INTO {table} SELECT * FROM file('{path}', 'JSONCompactEachRow', '{text}')")

    def query(self, sql, file):
        with open(file, "wb") as out:
            out.write(self.session.query(sql, "JSONCompactEachRowWithNames").bytes())


engine = {"spark": Spark, "clickhouse": ClickHouse}[sys.argv[1]](sys.argv[2])
print(json.dumps({"version": engine.version}), flush=True)
for line in sys.stdin:
    job = json.loads(line)
    try:
        if job["do"] == "load":
            engine.load(job["name"], job["columns"], job["file"])
        else:
            engine.query(job["sql"], job["file"])
        print(json.dumps({"ok": True}), flush=True)
    except Exception as problem:
        print(json.dumps({"ok": False, "problem": str(problem)[:2000]}), flush=True)
