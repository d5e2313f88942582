import { For, Match, Show, Switch } from 'solid-js';
import type { CatalogFilter } from '../generated/contract';
import type { Filters } from '../transport/messages';
import type { Group } from './groups';

interface Props {
  group: Group;
  heading: boolean;
  filters: Filters;
  onChange: (values: Filters) => void;
}

/** The inside of one control, made from the catalog's own description. */
export function GroupPanel(props: Props) {
  return (
    <fieldset class="group">
      <legend classList={{ away: !props.heading }}>{props.group.title}</legend>
      <Switch>
        <Match when={props.group.kind === 'choice' && props.group}>
          {(group) => <Choices filter={group().filter} {...props} />}
        </Match>
        <Match when={props.group.kind === 'chips' && props.group}>
          {(group) => <Chips filter={group().filter} {...props} />}
        </Match>
        <Match when={props.group.kind === 'text' && props.group}>
          {(group) => <Line filter={group().filter} {...props} />}
        </Match>
        <Match when={props.group.kind === 'range' && props.group}>
          {(group) => (
            <div class="range">
              <Show when={group().min}>
                {(filter) => <Line filter={filter()} label="at least" {...props} />}
              </Show>
              <Show when={group().max}>
                {(filter) => <Line filter={filter()} label="at most" {...props} />}
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </fieldset>
  );
}

function parts(filters: Filters, name: string): string[] {
  const value = filters[name];
  return value === undefined || value === '' ? [] : value.split(',');
}

function Choices(props: Props & { filter: CatalogFilter }) {
  const set = () => parts(props.filters, props.filter.name);
  const toggle = (value: string, on: boolean) => {
    const kept = props.filter.list ? set().filter((v) => v !== value) : [];
    const next = on ? [...kept, value] : kept;
    props.onChange({ [props.filter.name]: next.join(',') });
  };
  return (
    <>
      <p class="meaning">{props.filter.meaning}</p>
      <div class="choices">
        <For each={props.filter.allowed}>
          {(value) => (
            <label>
              <input
                type={props.filter.list ? 'checkbox' : 'radio'}
                name={props.filter.name}
                checked={set().includes(value)}
                onChange={(e) => toggle(value, e.currentTarget.checked)}
              />
              {value}
            </label>
          )}
        </For>
      </div>
    </>
  );
}

/** Each chip: any, must be there, must not be there. */
function Chips(props: Props & { filter: CatalogFilter }) {
  const set = () => parts(props.filters, props.filter.name);
  const choose = (chip: string, mark: string) => {
    const others = set().filter((v) => v !== chip && v !== `-${chip}`);
    const next = mark === '' ? others : [...others, mark === '-' ? `-${chip}` : chip];
    props.onChange({ [props.filter.name]: next.join(',') });
  };
  const mark = (chip: string) =>
    set().includes(chip) ? '+' : set().includes(`-${chip}`) ? '-' : '';
  return (
    <>
      <p class="meaning">{props.filter.meaning}</p>
      <div class="chips">
        <For each={props.filter.allowed}>
          {(chip) => (
            <label>
              <select value={mark(chip)} onChange={(e) => choose(chip, e.currentTarget.value)}>
                <option value="">any</option>
                <option value="+">with</option>
                <option value="-">without</option>
              </select>
              <span>{chip}</span>
            </label>
          )}
        </For>
      </div>
    </>
  );
}

/** One value as text; the server judges it. */
function Line(props: Props & { filter: CatalogFilter; label?: string }) {
  return (
    <label class="field">
      <span>
        {props.label ?? props.filter.meaning}
        <Show when={props.label !== undefined && props.filter.unit !== ''}>
          {' '}
          ({props.filter.unit})
        </Show>
      </span>
      <input
        type="text"
        inputmode={
          props.filter.kind === 'integer' || props.filter.kind === 'decimal' ? 'decimal' : 'text'
        }
        name={props.filter.name}
        spellcheck={false}
        autocomplete="off"
        value={props.filters[props.filter.name] ?? ''}
        onChange={(e) => props.onChange({ [props.filter.name]: e.currentTarget.value.trim() })}
      />
    </label>
  );
}
