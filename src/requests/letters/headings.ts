/** What stands above the parts of a letter, in each of its forms. */
export const letterHeadings = { remedies: "不同意怎么办", articles: "附：依据的规定", contact: "联系方式" } as const;
