const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The number that digits spell; not a number where one is none. */
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
};

/** How many days lie between 1 March of the year 0 and a calendar date; none where the text is no calendar date. */
export const dayNumber = (date: string): number | undefined => {
  if (date.length !== 10 || date[4] !== '-' || date[7] !== '-') return undefined;
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
  const length = month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
  if (!(year >= 0 && day >= 1 && day <= length)) return undefined;
  // Years begin in March here, so that the leap day is the last of its year.
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
};

/** The date as given. Throws, naming the caller, where it is no calendar date: other texts would be put in a wrong order. */
export const expectDate = (date: string, caller: string): string => {
  if (dayNumber(date) !== undefined) return date;
  throw new RangeError(`${caller}: “${date}” is no calendar date; write it as YYYY-MM-DD`);
};
