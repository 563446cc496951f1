/**
 * A title in the form in which two writings of the same law are equal: without 中华人民共和国, brackets of quotation, white space,
 * and notes such as （2019年修订）. Versions of one law share it.
 */
export function titleKey(title: string): string {
  return title
    .normalize("NFKC")
    .replace(/[《》〈〉<>“”"\s·]/g, "")
    .replace(/中华人民共和国/g, "")
    .replace(/\((?:\d{4}年?)?(?:第.{1,2}次)?(?:修订|修正|修改)[^)]*\)/g, "")
    .replace(/\(\d{4}(?:-\d{2}-\d{2}|年)\)/g, "");
}
