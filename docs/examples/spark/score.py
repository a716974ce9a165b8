"""Scores a table of ratings with Spark: python score.py statement.json FOLDER [rows]

Where FOLDER/ratings is not there, it is made by lot, as Parquet in sixteen partitions. The result goes to FOLDER/scored, and a thousand
rows of it, with what was given, to FOLDER/sample as lines of JSON. FOLDER may be any address that Spark can write to.
"""

import json
import sys
import time

from pyspark.sql import SparkSession

statement = json.load(open(sys.argv[1], encoding="utf-8"))
folder, rows = sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 10_000_000
# No master is named: spark-submit says where it runs, and without one it is this machine.
spark = SparkSession.builder.appName("rubric").getOrCreate()
# Longer methods than this HotSpot does not compile: without it a wide statement takes four times as long.
spark.conf.set("spark.sql.codegen.hugeMethodLimit", 8000)
spark.sparkContext.setLogLevel("ERROR")


def drawn(at, criterion):
    """One of ten is unrated; the others are spread evenly, by a number that is the same in every run."""
    values = ", ".join(f"'{value}'" for value in criterion["values"])
    lot = f"pmod(xxhash64(id, {at}), 1000)"
    return f"CASE WHEN {lot} >= 100 THEN array({values})[{lot} % {len(criterion['values'])}] END AS `{criterion['id']}`"


started = time.perf_counter()
try:
    ratings = spark.read.parquet(folder + "/ratings")
except Exception:
    columns = [drawn(at, criterion) for at, criterion in enumerate(statement["criteria"])]
    spark.range(0, rows, 1, 16).selectExpr("id AS setting", *columns).write.parquet(folder + "/ratings")
    ratings = spark.read.parquet(folder + "/ratings")
    print(f"made {rows} rows in {time.perf_counter() - started:.1f} s")
ratings.createOrReplaceTempView("ratings")

started = time.perf_counter()
spark.sql(statement["sql"]).write.mode("overwrite").parquet(folder + "/scored")
took = time.perf_counter() - started
scored = spark.read.parquet(folder + "/scored")
count = scored.count()
print(f"scored {count} rows in {took:.1f} s, {count / took:.0f} a second")
for column in [name for name in scored.columns if name.startswith("verdict_")]:
    print(column, {row[0]: row[1] for row in scored.groupBy(column).count().orderBy(column).collect()})
print("strays:", sum(row["stray_rows"] for row in spark.sql(statement["strays"]).collect()))

# A thousand rows from all over the table, with what was given beside what came out.
given = ratings.selectExpr("setting", *[f"`{one['id']}` AS `given {one['id']}`" for one in statement["criteria"]])
step = max(1, count // 1000)
sample = scored.where(f"setting % {step} = 0").join(given, "setting").limit(1000)
sample.coalesce(1).write.mode("overwrite").option("ignoreNullFields", "false").json(folder + "/sample")
