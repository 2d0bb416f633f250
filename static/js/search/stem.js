// English word forms made one: British spelling to American, then Porter2 (snowballstem.org/algorithms/english/stemmer.html) as
// internal/text/porter.go has it.

const endings = [...pairs(
  "isations izations isation ization ising izing ised ized iser izer isers izers ises izes ise ize ysing yzing ysed yzed yser yzer " +
  "yse yze ourable orable oural oral ouring oring oured ored ourful orful ours ors our or ogues ogs ogue og")];

const special = pairs("skis 1 skies 3y dying 4ie lying 4ie tying 4ie idly 1 gently 1 ugly 1i early 1i only 1i singly 1");
const asTheyAre = /^((?:pro|ex|suc)ceed)(s|ed|ing)?$|^(inning|outing|canning|herring|earring)s?$|^(sky|news|howe|atlas|cosmos|bias|andes)$/;

const step2 = pairs(
  "ational ate fulness ful iveness ive ization ize ousness ous biliti ble lessli less tional tion alism al aliti al ation ate entli ent " +
  "fulli ful iviti ive ousli ous anci ance abli able alli al ator ate enci ence izer ize bli ble ogi og li -");
const step3 = pairs("ational ate tional tion alize al icate ic ative - iciti ic ical ic ful - ness -");

function pairs(text) {
  const list = text.split(" "), out = new Map();
  for (let i = 0; i < list.length; i += 2) out.set(list[i], list[i + 1]);
  return out;
}

const known = new Map();

// stem is the key of a word as words gives it. A word of one or two letters, or with anything but a to z, is its own.
export function stem(word) {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  let out = known.get(word);
  if (!out) known.set(word, out = porter(american(word)));
  return out;
}

function american(word) {
  if (Object.hasOwn(INDEX.spellings, word)) return INDEX.spellings[word];
  for (const [british, other] of endings) {
    if (word.endsWith(british)) return word.length - british.length < 3 ? word : word.slice(0, -british.length) + other;
  }
  return word;
}

// changed takes as many letters from the end of a word as the first character of how says, and puts the others there.
const changed = (word, how) => word.slice(0, word.length - how[0]) + how.slice(1);

function porter(word) {
  if (special.has(word)) return changed(word, special.get(word));
  const as = asTheyAre.exec(word);
  if (as) return as[1] ?? as[3] ?? as[4];
  let w = word.replace(/(^|[aeiouy])y/g, "$1Y"), m;
  const region = (from) => (m = /[aeiouy][^aeiouy]/.exec(w.slice(from))) ? from + m.index + 2 : w.length;
  let r1 = (m = /^(gener|commun|arsen)/.exec(w)) ? m[0].length : region(0);
  const r2 = region(r1);
  const drop = (n, put = "") => { w = w.slice(0, w.length - n) + put; };
  const shortEnd = (s) => /^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/.test(s);

  // 1a
  if (/sses$/.test(w)) drop(2);
  else if (/ie[ds]$/.test(w)) drop(w.length > 4 ? 2 : 1);
  else if (/[^us]s$/.test(w) && /[aeiouy]/.test(w.slice(0, -2))) drop(1);

  // 1b
  if ((m = /(eed|ed|ing)(ly)?$/.exec(w))) {
    const before = w.length - m[0].length;
    if (m[1] === "eed") {
      if (before >= r1) drop(m[0].length, "ee");
    } else if (/[aeiouy]/.test(w.slice(0, before))) {
      drop(m[0].length);
      if (/(at|bl|iz)$/.test(w)) w += "e";
      else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) drop(1);
      else if (r1 >= w.length && shortEnd(w)) {
        w += "e";
        r1 = w.length;
      }
    }
  }

  // 1c
  if (/..[yY]$/.test(w) && !/[aeiouy].$/.test(w)) drop(1, "i");

  // 2 to 4: the longest ending, if it lies in its region
  const ends = (list) => {
    for (let n = Math.min(7, w.length); n > 1; n--) if (list.has(w.slice(-n))) return w.slice(-n);
    return "";
  };
  let end = ends(step2);
  if (end && w.length - end.length >= r1) {
    if (end === "li") {
      if (/[cdeghkmnrt]li$/.test(w)) drop(2);
    } else if (end !== "ogi" || /logi$/.test(w)) drop(end.length, step2.get(end));
  }
  end = ends(step3);
  if (end && w.length - end.length >= (end === "ative" ? r2 : r1)) drop(end.length, step3.get(end).replace("-", ""));
  if ((m = /(ement|ance|ence|able|ible|ment|ent|ant|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/.exec(w)) && m.index >= r2 &&
    (m[0] !== "ion" || /[st]ion$/.test(w))) drop(m[0].length);

  // 5
  const last = w.length - 1;
  if (last >= r1 && (/e$/.test(w) && (last >= r2 || !shortEnd(w.slice(0, -1))) || /ll$/.test(w) && last >= r2)) drop(1);
  return w.replace(/Y/g, "y");
}
