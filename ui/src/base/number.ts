/** A count as it is written in a sentence: "1,000,000". */
export const grouped = (number: number): string =>
  number < 1_000 ? String(number) : String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
