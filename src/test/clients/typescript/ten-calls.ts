// Calls of the API through a client that was generated from its description; prints one line for each call.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Strategy = components["schemas"]["Strategy"];
type Line = components["schemas"]["ScreeningLine"] | components["schemas"]["ScreeningRefusal"];

const client = createClient<paths>({ baseUrl: process.argv[2] ?? "" });
const asOf = "2025-12-01";
const answers = { "mining.hashrateEh": 12.8, "power.largestSiteMw": 245, "power.interconnection": "FIRM" } as const;
let calls = 0;

function done(call: string, asExpected: boolean): void {
  if (!asExpected) {
    throw new Error(call);
  }
  calls++;
  console.log(call);
}

function body<T>(reply: { data?: T; error?: unknown }): T {
  if (reply.data === undefined) {
    throw new Error(JSON.stringify(reply.error));
  }
  return reply.data;
}

const questions = body(await client.GET("/api/v1/questions"));
done("questions", questions.some((question) => question.id === "mining.hashrateEh"));

const advice = body(await client.POST("/api/v1/advice", { body: { company: "Example Mining", asOf, answers } }));
const advised: Strategy = advice.recommendation.strategy;
done("advice", advice.assumptions.every((each) => each.id !== "power.largestSiteMw"));

const refused = await client.POST("/api/v1/advice", { body: { answers: { "mining.hashrateEh": -1 } } });
done("problem", refused.response.status === 400 && refused.error?.errors?.[0]?.id === "mining.hashrateEh");

const flips = body(await client.POST("/api/v1/advice/flips", { body: { asOf, answers } }));
done("flips", flips.flips.every((flip) => flip.to !== advised));

const target: Strategy = advised === "HOLD" ? "AI_HOSTING" : "HOLD";
const change = body(await client.POST("/api/v1/advice/smallest-change", { body: { asOf, answers, target } }));
done("smallest change", change.target === target && change.current === advised);

const reasons = body(await client.POST("/api/v1/advice/why-not", { body: { asOf, answers, strategy: target } }));
done("why not", typeof reasons === "object");

const interview = body(await client.POST("/api/v1/interview", {
  body: { asOf, answers: { "mining.hashrateEh": { low: 10, high: 14 } } },
}));
done("interview", interview.next.length > 0);

const map = body(await client.POST("/api/v1/advice/map", {
  body: {
    asOf,
    answers,
    x: { id: "market.btcPriceUsd", from: 40000, to: 120000, steps: 5 },
    y: { id: "power.priceUsdPerKwh", from: 0.03, to: 0.09, steps: 5 },
  },
}));
done("map", map.cells.length === 5);

const saved = body(await client.POST("/api/v1/assessments", { body: { company: "Example Mining", asOf, answers } }));
done("create", saved.version === 1);

const id = saved.id;
const conflict = await client.PATCH("/api/v1/assessments/{id}", {
  params: { path: { id }, header: { "If-Match": '"7"' } },
  headers: { "Content-Type": "application/merge-patch+json" },
  body: { company: "Renamed" },
});
done("conflict", conflict.response.status === 412 && conflict.error?.current?.version === 1);

const receipt = body(await client.GET("/api/v1/assessments/{id}/receipt", { params: { path: { id } } }));
const verification = body(await client.POST("/api/v1/receipts/verify", { body: receipt }));
done("receipt", verification.reproduced);

const screening = await client.POST("/api/v1/screenings", {
  params: { query: { flips: false } },
  headers: { "Content-Type": "application/x-ndjson", Accept: "application/x-ndjson" },
  body: { id: "a", asOf, answers },
  bodySerializer: (company) => JSON.stringify(company) + "\n",
  parseAs: "text",
});
const first = JSON.parse(String(screening.data).split("\n", 1)[0] ?? "") as Line;
done("screening", first.status === 200 && "recommendation" in first && first.recommendation.strategy === advised);

console.log(`${calls} calls`);
