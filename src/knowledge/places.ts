import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { nation, type Place, placeLevel } from "../domain/place.js";
import { readKnowledge } from "./read.js";

const schema = z.object({ provinces: z.record(z.string(), z.array(z.string())) });

/** Which places there are, and how people write them. */
export type Gazetteer = {
  /**
   * Reads a place with or without suffixes: 广东, 广东省, 广州, 广东省/广州市, 广东省广州市天河区, 木棉街道.
   * @throws ZhengwenError `unknown_place`
   */
  read(text: string): Place;
  /** The place that a title begins with, below `province` when it is known: 江门市文明行为促进条例 → 广东省/江门市. */
  ofTitle(title: string, province: Place | null): Place | null;
  /** The most local place that the text names, the first of several, or null. */
  namedIn(text: string): Place | null;
};

const provinceSuffix = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/;
const placeSuffix = /(?:市|自治州|自治县|地区|盟|县|区|街道|镇|乡)$/;
const shortNamesThatMeanMore = new Set(["吉林", "海南", "朝阳"]);

/** Reads `places.yml`; the office's own chain is known as well. */
export function loadGazetteer(folder: string, officePlace: Place): Gazetteer {
  const { provinces } = readKnowledge(folder, "places.yml", schema);
  return gazetteer(namesOf(provinces, officePlace));
}

/** Every way of writing a known place, longest first decides. */
function namesOf(provinces: Readonly<Record<string, readonly string[]>>, officePlace: Place): Map<string, Place> {
  const names = new Map<string, Place>([
    [nation, nation],
    ["国家", nation],
    ["中国", nation],
  ]);
  const add = (name: string, place: string) => {
    if (!names.has(name)) names.set(name, place as Place);
  };
  for (const province of Object.keys(provinces)) {
    add(province, province);
    add(province.replace(provinceSuffix, ""), province);
  }
  for (const [province, cities] of Object.entries(provinces)) {
    for (const city of cities) {
      const full = placeSuffix.test(city) ? city : `${city}市`;
      add(full, `${province}/${full}`);
      if (!shortNamesThatMeanMore.has(city)) add(city, `${province}/${full}`);
    }
  }
  const chain = officePlace.split("/");
  for (const [index, part] of chain.entries()) {
    add(part, chain.slice(0, index + 1).join("/"));
    const short = part.replace(placeSuffix, "");
    if (short.length >= 2) add(short, chain.slice(0, index + 1).join("/"));
  }
  return names;
}

function gazetteer(names: ReadonlyMap<string, Place>): Gazetteer {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const found = new RegExp(longestFirst.join("|"), "g");

  const read = (text: string): Place => {
    const wanted = text.trim().normalize("NFC");
    const direct = names.get(wanted);
    if (direct) return direct;
    const place = wanted.includes("/") ? readChain(wanted.split("/"), names) : readRun(wanted, names, longestFirst);
    if (place) return place;
    throw new ZhengwenError(
      "unknown_place",
      `unknown place: ${text} (a province, a city, or the office's own, as 广东省 or 广东省/广州市)`,
    );
  };

  return {
    read,
    ofTitle: (title, province) => {
      const name = longestFirst.find((candidate) => title.startsWith(candidate));
      const place = name ? names.get(name) : undefined;
      if (place && place !== nation && (!province || place === province || place.startsWith(`${province}/`))) return place;
      const county = province ? /^(?!关于)([\u4e00-\u9fff]{2,10}?(?:自治县|市|县))/.exec(title)?.[1] : undefined;
      return county && province ? (`${province}/${county}` as Place) : null;
    },
    namedIn: (text) => {
      let best: Place | null = null;
      for (const [name] of text.matchAll(found)) {
        const place = names.get(name);
        if (place && place !== nation && (!best || placeLevel(place) > placeLevel(best))) best = place;
      }
      return best;
    },
  };
}

/** 广东/广州/天河区: each part may lack its suffix; below the city any name is taken as written. */
function readChain(parts: readonly string[], names: ReadonlyMap<string, Place>): Place | null {
  let place = names.get(parts[0] ?? "");
  if (!place || place === nation) return null;
  for (const part of parts.slice(1)) {
    const known = names.get(part);
    if (known?.startsWith(`${place}/`)) place = known;
    else if (placeSuffix.test(part) && !isCityElsewhere(known)) place = `${place}/${part}` as Place;
    else return null;
  }
  return place;
}

/** 广东省广州市天河区, without separators. */
function readRun(text: string, names: ReadonlyMap<string, Place>, longestFirst: readonly string[]): Place | null {
  let place: Place | null = null;
  let rest = text;
  while (rest !== "") {
    const name = longestFirst.find((candidate) => rest.startsWith(candidate) && isBelow(names.get(candidate), place));
    if (name) {
      place = names.get(name) ?? place;
      rest = rest.slice(name.length);
      continue;
    }
    const part: string | undefined = /^[\u4e00-\u9fff]{1,8}?(?:区|县|市|街道|镇|乡)/.exec(rest)?.[0];
    if (!part || !place || place === nation || isCityElsewhere(names.get(part))) return null;
    place = `${place}/${part}` as Place;
    rest = rest.slice(part.length);
  }
  return place;
}

/** 湖南省/广州市 is a slip and no place: provinces and cities have one place each. */
function isCityElsewhere(known: Place | undefined): boolean {
  return known !== undefined && placeLevel(known) <= 2;
}

function isBelow(candidate: Place | undefined, place: Place | null): boolean {
  return candidate !== undefined && (place === null || candidate.startsWith(`${place}/`));
}
