/** `全国`, or the chain from the province down: `广东省/岭海市/南湾区/木棉街道`. */
export type Place = string & { readonly __brand: "Place" };

export const nation = "全国" as Place;

/** True when a text of `textPlace` holds in `place`: it is the same place or one above it. */
export function holdsIn(textPlace: Place, place: Place): boolean {
  return textPlace === nation || place === textPlace || place.startsWith(`${textPlace}/`);
}

const withOwnLaw: ReadonlySet<string> = new Set(["香港特别行政区", "澳门特别行政区", "台湾省"]);

/** True where the nation's laws are not applied as a rule (香港基本法 and 澳门基本法 art. 18). */
export function hasOwnLaw(place: Place): boolean {
  return withOwnLaw.has(place.split("/")[0] ?? "");
}

/** 0 for the nation, 1 for a province, 2 for a city … */
export function placeLevel(place: Place): number {
  return place === nation ? 0 : place.split("/").length;
}

/** The last name of the chain: 木棉街道. */
export function placeName(place: Place): string {
  return place.slice(place.lastIndexOf("/") + 1);
}
