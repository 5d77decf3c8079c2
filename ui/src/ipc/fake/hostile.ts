/** What a file from a stranger may say wherever it says anything. */
export const PAYLOAD = [
  `"><img src="http://elsewhere.invalid/x" onerror="window.ran=1">`,
  `<script>window.ran=1</script>`,
  `<svg onload="window.ran=1"><style>@${"import"} "http://elsewhere.invalid/y"</style>`,
  `</textarea></title><iframe src="javascript:parent.ran=1"></iframe>`,
  `<a href="javascript:window.ran=1" autofocus onfocus="window.ran=1">press</a>`,
  `\${window.ran=1}{{window.ran=1}} \u202e\u0000 [x](javascript:window.ran=1)`,
].join(" ");

/** By these the interface decides; everything else is only shown. */
const DECISIVE = new Set([
  ...["id", "kind", "type", "lane", "of", "code", "rule", "severity", "change", "record"],
  ...["field", "occasion", "tone", "format", "path", "at", "edtf", "date", "public_first"],
  ...["earliest", "latest", "first", "last", "created", "modified", "read_only", "colour"],
  ...["relation", "relation_type", "standing", "state", "words_id", "confidence", "basis"],
  ...["precision", "certainty", "event", "event_id", "other_id", "from", "to", "input"],
  ...["events", "relations", "proceeding", "instrument", "shape"],
]);

/** The same answer with a payload in every text. */
export function hostile<T>(answer: T, key = ""): T {
  if (typeof answer === "string") {
    if (DECISIVE.has(key)) return answer;
    return (key === "url" ? "javascript:window.ran=1" : `${answer} ${PAYLOAD}`) as T;
  }
  if (Array.isArray(answer)) return answer.map((item) => hostile(item, key)) as T;
  if (answer === null || typeof answer !== "object") return answer;
  // Columns of numbers say nothing.
  if (ArrayBuffer.isView(answer)) return answer;
  const entries = Object.entries(answer).map(([name, value]) => [name, hostile(value, name)]);
  return Object.fromEntries(entries) as T;
}
