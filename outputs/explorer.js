"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const facts = data.facts.map((row) => Object.fromEntries(data.fields.map((field, place) => [field, row[place]])));
  const PAGE = 40;
  const words = {
    en: {
      tagline: "Who cooperates with Indonesia, how, and how far it has come: claims read from Indonesian news, each with the sentence that says so.",
      sample: "SAMPLE: made from invented articles of invented outlets. Nothing here happened.",
      search: "Search", reset: "Clear all", coverage: "What was read", more: "Show more",
      coverageNote: "No fact is not the same as nothing happened: this is what was looked at.",
      outlet: "outlet", articles: "articles", relevant: "with facts", lost: "refused, failed",
      country: "Partner country", stage: "Stage", instrument: "Kind", sector: "Sector", publisher: "Outlet",
      byYear: "Facts by month of publication", top: "Most named parties", of: "of", facts: "facts", telling: "independent tellings",
      happened: "happened", published: "published", none: "no date told", resolved: "worked out from the publication date",
      programme: "Programme", places: "Places", speaker: "Claimed by", confidence: "Confidence", initiative: "Part of", id: "Identifier",
      details: "Details", left: "older facts are not in this page; they are in data/facts.parquet", nothing: "Nothing matches. Clear a filter.", other: "Switch to Indonesian",
      foot: "A program read these articles; it misses claims and some rows are wrong. Check the sentence, follow the link. Data: CC BY 4.0. Headlines and quotations belong to their publishers.",
    },
    id: {
      tagline: "Siapa bekerja sama dengan Indonesia, dengan cara apa, dan sampai tahap mana: pernyataan yang dibaca dari berita, lengkap dengan kalimat buktinya.",
      sample: "SAMPLE (CONTOH): dibuat dari berita rekaan milik media rekaan. Tidak satu pun sungguh terjadi.",
      search: "Cari", reset: "Hapus semua", coverage: "Yang dibaca", more: "Tampilkan lagi",
      coverageNote: "Tidak ada fakta tidak berarti tidak ada peristiwa: inilah yang diperiksa.",
      outlet: "media", articles: "artikel", relevant: "berfakta", lost: "ditolak, gagal",
      country: "Negara mitra", stage: "Tahap", instrument: "Jenis", sector: "Bidang", publisher: "Media",
      byYear: "Fakta menurut bulan terbit", top: "Pihak yang paling sering disebut", of: "dari", facts: "fakta", telling: "pemberitaan mandiri",
      happened: "terjadi", published: "terbit", none: "tanggal tidak disebut", resolved: "dihitung dari tanggal terbit",
      programme: "Program", places: "Tempat", speaker: "Menurut", confidence: "Keyakinan", initiative: "Bagian dari", id: "Pengenal",
      details: "Rincian", left: "fakta lebih lama tidak dimuat di sini; lihat data/facts.parquet", nothing: "Tidak ada yang cocok. Hapus salah satu saringan.", other: "Ganti ke bahasa Inggris",
      foot: "Artikel dibaca oleh program: ada yang terlewat dan ada baris yang salah. Periksa kalimatnya, ikuti tautannya. Data: CC BY 4.0. Judul dan kutipan milik penerbitnya.",
    },
  };
  let language = "en", shown = PAGE;
  const say = (key) => words[language][key];
  const label = (name, code) => (data.labels[name][code] || {})[language] || code;
  const country = (code) => (language === "en" && data.countries[code]) || regions(code);
  const regions = (code) => { try { return new Intl.DisplayNames([language], { type: "region" }).of(code); } catch { return code; } };
  const facets = {
    country: { of: (fact) => fact.partner_countries, name: country },
    stage: { of: (fact) => [fact.stage], name: (code) => label("stage", code), order: Object.keys(data.labels.stage) },
    instrument: { of: (fact) => [fact.instrument], name: (code) => label("instrument", code), order: Object.keys(data.labels.instrument) },
    sector: { of: (fact) => fact.sectors, name: (code) => label("sector", code) },
    publisher: { of: (fact) => [fact.publisher || "–"], name: (name) => name },
  };
  const chosen = Object.fromEntries(Object.keys(facets).map((name) => [name, new Set()]));
  const haystack = new Map(facts.map((fact) => [fact, [fact.title, fact.evidence, fact.object, fact.programme, fact.publisher, fact.speaker, fact.initiative, ...fact.indonesian_side, ...fact.foreign_side].filter(Boolean).join(" ").toLocaleLowerCase("id")]));

  // Every text goes through here as text: no headline can become markup. `bdi` keeps right-to-left marks inside.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children.flat()) if (child !== null && child !== undefined) element.append(child);
    return element;
  }
  const bdi = (text) => make("bdi", {}, text);
  const safeLink = (url) => (/^https?:\/\//i.test(url || "") ? url : null);

  function matches(fact, except) {
    const terms = document.getElementById("query").value.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
    if (!terms.every((term) => haystack.get(fact).includes(term))) return false;
    return Object.entries(facets).every(([name, facet]) => name === except || !chosen[name].size || facet.of(fact).some((value) => chosen[name].has(value)));
  }
  function tally(list, of) {
    const counts = new Map();
    for (const fact of list) for (const value of of(fact)) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }
  function ranked(counts, order) {
    const entries = [...counts];
    return order ? entries.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0])) : entries.sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])));
  }
  function toggle(name, value) {
    chosen[name].has(value) ? chosen[name].delete(value) : chosen[name].add(value);
    shown = PAGE;
    draw();
  }

  function drawFacets() {
    document.getElementById("facets").replaceChildren(...Object.entries(facets).map(([name, facet]) => {
      const all = tally(facts, facet.of), now = tally(facts.filter((fact) => matches(fact, name)), facet.of);
      const choices = ranked(all, facet.order).slice(0, 30).map(([value]) => make("label", { class: "choice" + (now.get(value) ? "" : " none") },
        make("input", { type: "checkbox", checked: chosen[name].has(value), onchange: () => toggle(name, value) }), bdi(facet.name(value)), make("span", { class: "number" }, String(now.get(value) || 0))));
      return make("fieldset", {}, make("legend", {}, say(name)), choices);
    }));
  }
  function bars(title, entries, name, pick) {
    const most = Math.max(1, ...entries.map((entry) => entry[1]));
    return make("div", { class: "chart" }, make("h2", {}, title), entries.map(([value, count]) => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), bar = document.createElementNS(svg.namespaceURI, "rect");
      svg.setAttribute("height", "12"); svg.setAttribute("aria-hidden", "true");
      bar.setAttribute("width", (100 * count / most) + "%"); bar.setAttribute("height", "12"); bar.setAttribute("rx", "2");
      svg.append(bar);
      return make("button", { class: "row", type: "button", title: name(value), onclick: () => pick(value) }, make("span", { class: "name" }, bdi(name(value))), svg, make("span", { class: "number" }, String(count)));
    }));
  }
  function months(list) {
    const counts = tally(list, (fact) => (fact.published ? [fact.published.slice(0, 7)] : []));
    const keys = [...counts.keys()].sort();
    const box = make("div", { class: "chart" }, make("h2", {}, say("byYear")));
    if (!keys.length) return box;
    const at = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
    const first = at(keys[0]), span = at(keys[keys.length - 1]) - first + 1, most = Math.max(...counts.values());
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), width = 300, height = 130;
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`); svg.setAttribute("role", "img"); svg.setAttribute("aria-label", say("byYear"));
    for (const [month, count] of counts) {
      const bar = document.createElementNS(svg.namespaceURI, "rect"), tall = 100 * count / most, wide = width / span;
      bar.setAttribute("x", (at(month) - first) * wide); bar.setAttribute("y", 108 - tall); bar.setAttribute("width", Math.max(1.2, wide * 0.85)); bar.setAttribute("height", tall);
      const title = document.createElementNS(svg.namespaceURI, "title"); title.textContent = `${month}: ${count}`; bar.append(title); svg.append(bar);
    }
    for (const [x, anchor, text] of [[0, "start", keys[0]], [width, "end", keys[keys.length - 1]]]) {
      const mark = document.createElementNS(svg.namespaceURI, "text");
      mark.setAttribute("x", x); mark.setAttribute("y", 124); mark.setAttribute("text-anchor", anchor); mark.textContent = text; svg.append(mark);
    }
    box.append(svg);
    return box;
  }
  function drawCharts(list) {
    const pick = (name) => (value) => toggle(name, value);
    const search = (value) => { document.getElementById("query").value = value; shown = PAGE; draw(); };
    const parties = ranked(tally(list, (fact) => [...new Set([...fact.indonesian_side, ...fact.foreign_side])])).slice(0, 10);
    document.getElementById("charts").replaceChildren(
      bars(say("stage"), ranked(tally(list, facets.stage.of), facets.stage.order), facets.stage.name, pick("stage")),
      bars(say("instrument"), ranked(tally(list, facets.instrument.of)), facets.instrument.name, pick("instrument")),
      bars(say("sector"), ranked(tally(list, facets.sector.of)).slice(0, 10), facets.sector.name, pick("sector")),
      bars(say("top"), parties, (name) => name, search),
      months(list));
  }
  function when(fact) {
    if (!fact.event_date) return `${say("published")} ${fact.published || "–"} · ${say("none")}`;
    return `${say("happened")} ${fact.event_date}${fact.date_basis === "resolved" ? ` (${say("resolved")})` : ""} · ${say("published")} ${fact.published || "–"}`;
  }
  function card(fact) {
    const link = safeLink(fact.url), head = bdi(fact.title || fact.url || fact.fact_id);
    const more = [["programme", fact.programme], ["sector", fact.sectors.map(facets.sector.name).join("; ")], ["places", [...fact.places, ...fact.foreign_places].join("; ")], ["speaker", fact.speaker],
      ["initiative", fact.initiative && `${fact.initiative} (${fact.tellings} ${say("telling")})`], ["confidence", fact.confidence === null ? null : fact.confidence.toFixed(2)], ["id", fact.fact_id]].filter((pair) => pair[1]);
    return make("li", { class: "fact" },
      make("div", { class: "tags" }, make("span", { class: "tag stage" }, facets.stage.name(fact.stage)), make("span", { class: "tag" }, facets.instrument.name(fact.instrument)), fact.partner_countries.map((code) => make("span", { class: "tag" }, country(code))), make("span", {}, when(fact))),
      make("p", { class: "parties" }, bdi(fact.indonesian_side.join(", ") || "Indonesia"), make("span", { class: "with" }, "↔"), bdi(fact.foreign_side.join(", ") || "–")),
      fact.object ? make("p", { class: "about" }, bdi(fact.object)) : null,
      make("blockquote", { class: "quote" }, bdi(fact.evidence)),
      make("div", { class: "source" }, link ? make("a", { href: link, rel: "noopener noreferrer nofollow", target: "_blank" }, head) : head, " · ", bdi(fact.publisher || "–")),
      make("details", {}, make("summary", {}, say("details")), make("dl", {}, more.map(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, bdi(value))]))));
  }
  function draw() {
    const list = facts.filter((fact) => matches(fact));
    document.getElementById("count").textContent = `${list.length.toLocaleString(language)} ${say("of")} ${data.counts.facts.toLocaleString(language)} ${say("facts")}` + (data.left_out ? ` (${data.left_out.toLocaleString(language)} ${say("left")})` : "");
    drawFacets();
    drawCharts(list);
    document.getElementById("facts").replaceChildren(...(list.length ? list.slice(0, shown).map(card) : [make("li", {}, say("nothing"))]));
    document.getElementById("more").hidden = list.length <= shown;
  }
  function dress() {
    document.documentElement.lang = language;
    document.querySelectorAll("[data-text]").forEach((element) => { element.textContent = say(element.dataset.text); });
    document.getElementById("tagline").textContent = say("tagline");
    document.getElementById("edition").textContent = data.version + " · " + data.time.slice(0, 10);
    const button = document.getElementById("language");
    button.textContent = language === "en" ? "Bahasa Indonesia" : "English";
    button.title = say("other");
    document.getElementById("sample").hidden = !data.sample;
    document.getElementById("sample").textContent = say("sample");
    const head = ["outlet", "articles", "relevant", "lost"].map((key) => make("th", { scope: "col" }, say(key)));
    document.getElementById("coverage").replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, head)), make("tbody", {}, data.coverage.map(([outlet, , articles, relevant, lost]) => make("tr", {}, [outlet, articles, relevant, lost].map((value) => make("td", {}, bdi(String(value)))))))));
    draw();
  }
  document.getElementById("query").addEventListener("input", () => { shown = PAGE; draw(); });
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("filters").addEventListener("reset", () => { Object.values(chosen).forEach((set) => set.clear()); shown = PAGE; setTimeout(draw); });
  document.getElementById("more").addEventListener("click", () => { shown += PAGE; draw(); });
  document.getElementById("language").addEventListener("click", () => { language = language === "en" ? "id" : "en"; dress(); });
  dress();
})();
