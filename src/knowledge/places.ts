import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { nation, type Place, placeLevel } from "../domain/place.js";
import { wordBoundaries } from "../text/segment.js";
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
  /** The places that the text names, in their order; 广东省惠州市 is one. */
  mentionsIn(text: string): readonly PlaceMention[];
};

/** A place as it stands in a text; `start` and `end` are UTF-16 offsets. */
export type PlaceMention = { readonly place: Place; readonly text: string; readonly start: number; readonly end: number };

const provinceSuffix = /(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/;
const placeSuffix = /(?:市|自治州|自治县|地区|盟|县|区|街道|镇|乡)$/;
const shortNamesThatMeanMore = new Set(["吉林", "海南", "朝阳"]);
/** In a sentence these are words; in 「--place 日照」 they are places. */
const shortNamesThatAreWords = new Set(["日照", "来宾", "安康", "大同", "中卫", "白银", "长治", "东方", "普洱", "北海", "国家", "中国"]);

/** Reads `places.yml`; the office's own chain is known as well. */
export function loadGazetteer(folder: string, officePlace: Place): Gazetteer {
  const { provinces } = readKnowledge(folder, "places.yml", schema);
  return gazetteer(namesOf(provinces, officePlace), officePlace.split("/").slice(1));
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

/** @param ownNames the office's own chain below the province, whose names no dictionary knows */
function gazetteer(names: ReadonlyMap<string, Place>, ownNames: readonly string[]): Gazetteer {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const found = new RegExp(longestFirst.filter((name) => !shortNamesThatAreWords.has(name) && names.get(name) !== nation).join("|"), "g");
  const isOwn = (name: string) => ownNames.some((own) => own.startsWith(name));

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
    mentionsIn: (text) => {
      const named = [...text.matchAll(found)];
      if (named.length === 0) return [];
      const boundaries = wordBoundaries(text);
      const mentions: PlaceMention[] = [];
      for (const { 0: name, index: start } of named) {
        const end = start + name.length;
        const place = names.get(name);
        const last = mentions.at(-1);
        const continuesLast = last?.end === start && place?.startsWith(`${last.place}/`);
        // 晚上海边 names no 上海, 中山大学 no 中山; 江门市区 does name 江门市, 浙江人 does 浙江
        const isPeople = /^[人籍]/.test(text.slice(end)) && boundaries.has(end + 1);
        const isWord =
          boundaries.has(start) && (boundaries.has(end) || isPeople || placeSuffix.test(name) || text.startsWith("经济特区", end));
        if (!place || !(isWord || continuesLast || isOwn(name))) continue;
        if (continuesLast) mentions.pop();
        const from = continuesLast && last ? last.start : start;
        mentions.push({ place, text: text.slice(from, end), start: from, end });
      }
      return mentions;
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
