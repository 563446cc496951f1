/** One choice of a filter; `value` goes into the address. */
export type Option = { readonly value: string; readonly label: string };

type SelectProps = { readonly name: string; readonly label: string; readonly value: string; readonly options: readonly Option[] };

export function Select({ name, label, value, options }: SelectProps) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

type PagerProps = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly isFirst: boolean;
  readonly next: string | null;
};

/** To the next page and back to the first one. */
export function Pager({ path, query, isFirst, next }: PagerProps) {
  if (isFirst && next === null) return null;
  const address = (more: Readonly<Record<string, string>>) => {
    const chosen = Object.entries({ ...query, ...more }).filter(([, value]) => value !== "");
    return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
  };
  return (
    <nav class="pager" aria-label="翻页">
      {!isFirst && <a href={address({})}>回到第一页</a>}
      {next !== null && (
        <a rel="next" href={address({ from: next })}>
          下一页
        </a>
      )}
    </nav>
  );
}
