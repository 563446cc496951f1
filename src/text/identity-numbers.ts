/** What is wrong with a number that identifies somebody. */
export type IdentityProblem = "length" | "date" | "check_digit";

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = "10X98765432";

/** What is wrong with a number of an identity card (GB 11643-1999), or null: 18 characters, a day of birth that exists and is past, the check digit. */
export function idCardProblem(number: string, today: string): IdentityProblem | null {
  if (!/^\d{17}[\dX]$/.test(number)) return "length";
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const day = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== born || born < "1880-01-01" || born > today) return "date";
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return idChecks[sum % 11] === number[17] ? null : "check_digit";
}

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** What is wrong with a unified social credit code (GB 32100-2015), or null: 18 characters of its alphabet, the check character. */
export function creditCodeProblem(code: string): IdentityProblem | null {
  if (code.length !== 18 || [...code].some((character) => !creditAlphabet.includes(character))) return "length";
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === code[17] ? null : "check_digit";
}
