import { beforeEach, expect, it } from "vitest";
import { fakeTransport } from "../ipc/fake_transport";
import {
  arrangementNow,
  groupBy,
  inOrder,
  isArranged,
  isHidden,
  keepArrangement,
  moveLane,
  placeLane,
  readWishes,
  resetLanes,
  resizeLane,
  sizeLane,
  toggleFolded,
  toggleHidden,
  unsizeLane,
  useArrangement,
} from "./arrangement";
import { startCasebook, useCasebook } from "./casebook";
import { filterNow, hideLanes, NO_FILTER } from "./filter";
import { ask, connect } from "./program";
import { readShelf } from "./shelf";

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

const ALL = ["case", "appeal", "industry"];

beforeEach(() => {
  for (const by of ["court", "lane"] as const) {
    groupBy(by);
    resetLanes();
  }
});

it("a lane is moved among those that are shown, and not beyond their ends", () => {
  const ids = ["a", "b", "c"];
  const order = () =>
    inOrder(
      ids.map((id) => ({ id })),
      arrangementNow(),
    ).map(({ id }) => id);
  moveLane("c", -1, order());
  expect(order()).toEqual(["a", "c", "b"]);
  moveLane("a", -1, order());
  moveLane("b", 1, order());
  expect(order()).toEqual(["a", "c", "b"]);
  moveLane("a", 1, order());
  expect(order()).toEqual(["c", "a", "b"]);
});

it("lanes that nobody moved follow in the order in which they come", () => {
  const arrangement = { ...arrangementNow(), order: ["z", "b"] };
  const lanes = ["a", "b", "c", "z"].map((id) => ({ id }));
  expect(inOrder(lanes, arrangement).map(({ id }) => id)).toEqual(["z", "b", "a", "c"]);
});

it("a lane that is moved under a filter leaves those that are not listed where they were", () => {
  const all = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
  const order = (lanes = all) => inOrder(lanes, arrangementNow()).map(({ id }) => id);
  placeLane("e", "b", order());
  expect(order()).toEqual(["a", "e", "b", "c", "d"]);
  const listed = all.filter(({ id }) => "acd".includes(id));
  moveLane("d", -1, order(listed));
  expect(order(listed)).toEqual(["a", "d", "c"]);
  expect(order()).toEqual(["a", "e", "b", "d", "c"]);
  placeLane("c", "a", order());
  expect(order()).toEqual(["c", "a", "e", "b", "d"]);
});

it("each grouping has wishes of its own", () => {
  toggleHidden("appeal", ALL);
  toggleFolded("case");
  groupBy("court");
  expect(arrangementNow()).toEqual({ by: "court", order: [], hidden: [], rows: {} });
  resizeLane("scotus", 2, 4);
  toggleHidden("scotus", ["scotus"]);
  expect(arrangementNow()).toMatchObject({ hidden: ["scotus"], rows: { scotus: 6 } });
  groupBy("lane");
  expect(arrangementNow()).toEqual({ by: "lane", order: [], hidden: [], rows: { case: 0 } });
  toggleFolded("case");
  expect(arrangementNow()).toEqual({ by: "lane", order: [], hidden: [], rows: {} });
});

it("lanes of the casebook are hidden by the filter, and come back with the others", () => {
  const now = () => [arrangementNow(), filterNow()] as const;
  expect(isArranged(...now())).toBe(false);
  toggleHidden("appeal", ALL);
  expect(filterNow().hidden_lanes).toEqual(["appeal"]);
  expect(ALL.filter((id) => isHidden(...now(), id))).toEqual(["appeal"]);
  expect(isArranged(...now())).toBe(true);
  groupBy("court");
  expect(isArranged(...now())).toBe(false);
  resetLanes();
  expect(filterNow().hidden_lanes).toEqual(["appeal"]);
  groupBy("lane");
  resetLanes();
  expect(filterNow()).toEqual(NO_FILTER);
});

it("a lane grows and shrinks from the rows that it has, to its counts or to thirty", () => {
  const rows = () => arrangementNow().rows;
  resizeLane("case", 1, 7);
  expect(rows()).toEqual({ case: 8 });
  resizeLane("case", 99, 8);
  expect(rows()).toEqual({ case: 30 });
  unsizeLane("case");
  expect(rows()).toEqual({});
  resizeLane("case", -1, 2);
  expect(rows()).toEqual({ case: 1 });
  resizeLane("case", -1, 1);
  expect(rows()).toEqual({ case: 0 });
  resizeLane("case", -1, 0);
  expect(rows()).toEqual({ case: 0 });
  resizeLane("case", 1, 0);
  expect(rows()).toEqual({ case: 1 });
});

it("a lane that is folded and opened again has the rows that it had", () => {
  sizeLane("case", 9);
  toggleFolded("case");
  expect(arrangementNow().rows).toEqual({ case: 0 });
  toggleFolded("case");
  expect(arrangementNow().rows).toEqual({ case: 9 });
  toggleFolded("case");
  unsizeLane("case");
  expect(arrangementNow().rows).toEqual({});
});

it("what a reader wants of a casebook is there when it opens again, and of no other", async () => {
  connect(fakeTransport({ start: "sample", readOnly: false, delay: 0 }));
  const kept = shelf();
  await startCasebook(ask("current_casebook", {}));
  const stop = keepArrangement(kept);
  toggleHidden("appeal", ALL);
  groupBy("court");
  toggleFolded("scotus");
  const { state } = useCasebook.getState();
  if (state.kind !== "open") throw new Error("The fake did not open.");
  useCasebook.setState({
    state: { kind: "open", summary: { ...state.summary, path: "/another.casebook" } },
  });
  expect(arrangementNow()).toEqual({ by: "lane", order: [], hidden: [], rows: {} });
  expect(filterNow()).toEqual(NO_FILTER);
  useCasebook.setState({ state });
  expect(arrangementNow()).toEqual({ by: "court", order: [], hidden: [], rows: { scotus: 0 } });
  expect(filterNow().hidden_lanes).toEqual(["appeal"]);
  hideLanes([]);
  stop();
  useArrangement.setState({});
});

it.each([
  ["nothing", null, []],
  ["damaged text", "{", []],
  ["something else", '{"a":1}', []],
  [
    "entries of other shapes",
    '[3,["p"],["q",{"by":"moon","of":{"court":7}}]]',
    [
      ["p", { by: "lane", of: {} }],
      ["q", { by: "lane", of: {} }],
    ],
  ],
  [
    "wishes with nonsense among them",
    '[["p",{"by":"court","of":{"court":{"order":["a",1],"hidden":null,"rows":{"a":400,"b":"x"}}}}]]',
    [
      [
        "p",
        {
          by: "court",
          of: { court: { order: ["a"], hidden: [], rows: { a: 30 }, folded: [] } },
        },
      ],
    ],
  ],
  [
    "wishes of a time when a folded lane was one without rows",
    '[["p",{"by":"court","of":{"court":{"order":[],"hidden":[],"rows":{"a":0,"b":3}}}}]]',
    [
      [
        "p",
        {
          by: "court",
          of: { court: { order: [], hidden: [], rows: { b: 3 }, folded: ["a"] } },
        },
      ],
    ],
  ],
])("wishes read from %s", (_, text, expected) => {
  const wishes = [...readShelf(text)].map(([path, kept]) => [path, readWishes(kept)]);
  expect(wishes).toEqual(expected);
});
