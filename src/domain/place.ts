/** `全国`, or the chain from the province down: `广东省/岭海市/南湾区/木棉街道`. */
export type Place = string & { readonly __brand: "Place" };

export const nation = "全国" as Place;

/** True when a text of `textPlace` holds in `place`: it is the same place or one above it. */
export function holdsIn(textPlace: Place, place: Place): boolean {
  return textPlace === nation || place === textPlace || place.startsWith(`${textPlace}/`);
}

/** 0 for the nation, 1 for a province, 2 for a city … */
export function placeLevel(place: Place): number {
  return place === nation ? 0 : place.split("/").length;
}

/** The last name of the chain: 木棉街道. */
export function placeName(place: Place): string {
  return place.slice(place.lastIndexOf("/") + 1);
}
