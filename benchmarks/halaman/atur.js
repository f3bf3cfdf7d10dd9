// Cuts the sections of #sumber into pages, draws the flow over them, and reports what went where.
const G = ALUR.gaya, PX = 96 / 25.4;
const hasil = document.getElementById("hasil");
let hal, badan;

function baru(arah) {
  hal = document.createElement("div");
  hal.className = "hal " + arah;
  hal.dataset.arah = arah;
  badan = document.createElement("div");
  hal.append(badan);
  hasil.append(hal);
}
function batas() {
  const s = getComputedStyle(hal);
  return hal.getBoundingClientRect().bottom - parseFloat(s.paddingBottom);
}
const lebih = (el, sisa = 0) => el.getBoundingClientRect().bottom > batas() - sisa + 0.5;

function taruh(el) {
  badan.append(el);
  if (el.classList.contains("prosedur")) { if (!el.dataset.lanjut) muat(el); ukur(el); }
  const sisa = cadang(el);
  if (!lebih(el, el.tagName === "TABLE" ? sisa : 0)) return;
  if (el.tagName !== "TABLE") {
    if (badan.children.length > 1) { el.remove(); baru(hal.dataset.arah); badan.append(el); }
    return;
  }
  pecah(el, sisa);
}
const cadang = (el) => (el.classList.contains("prosedur") && G.sambung !== "putus" ? 13 * PX : 0);

// A smaller letter where words would break inside; most people do so too.
function muat(t) {
  if (G.patah) return;
  t.style.overflowWrap = "normal";
  for (let pt = parseFloat(getComputedStyle(t).fontSize) * 0.75; pt > 7; pt -= 0.5) {
    t.style.fontSize = pt + "pt";
    if (![...t.querySelectorAll("th, td:not(.a)")].some((c) => ((c.style.overflowWrap = "normal"), c.scrollWidth > c.clientWidth + 1))) return;
  }
  for (const c of t.querySelectorAll("th, td")) c.style.overflowWrap = "";
}

// Sizes of the place holders follow their column.
function ukur(t) {
  for (const i of t.querySelectorAll("i[data-j]")) {
    const w = i.parentElement.clientWidth, s = +i.dataset.s;
    const lebar = Math.max(20, Math.min(w * s, 120)), wajik = i.dataset.j === "K";
    i.style.width = lebar + "px";
    i.style.height = Math.max(14, Math.min(wajik ? lebar * 0.7 : lebar * 0.5, wajik ? 56 : 44)) + "px";
    i.style.transform = `translateX(${(+i.dataset.g * w).toFixed(1)}px)`;
  }
}

function pecah(t, sisa) {
  const rest = [];
  while (t.tBodies.length && lebih(t, sisa)) {
    const b = t.tBodies[t.tBodies.length - 1];
    rest.unshift(b);
    b.remove();
  }
  const bisa = (G.pecah || t.classList.contains("identitas")) && rest.length;
  if (bisa && rest[0].rows.length === 1) {
    const b = rest[0];
    t.append(b);
    const lanjut = belah(b.rows[0], batas() - sisa - 2);
    if (lanjut && !lebih(t, sisa)) {
      const nb = document.createElement("tbody");
      nb.append(lanjut);
      rest.splice(0, 1, nb);
    } else {
      if (lanjut) gabung(b.rows[0], lanjut);
      b.remove();
    }
  }
  // A label row alone at the foot goes on with its box; a table without rows goes on whole.
  const akhir = t.tBodies[t.tBodies.length - 1];
  if (akhir && t.classList.contains("identitas") && akhir.rows.length === 1 && akhir.querySelector(".lab") && !akhir.querySelector(".m,.i") && rest.length && t.tBodies.length > 1) {
    rest.unshift(akhir);
    akhir.remove();
  }
  if (!t.tBodies.length && badan.children.length > 1) {
    t.append(...rest);
    t.remove();
    baru(hal.dataset.arah);
    badan.append(t);
    if (lebih(t, sisa)) pecah(t, sisa);
    return;
  }
  if (!t.tBodies.length && rest.length) t.append(rest.shift()); // too high for any page: cut off there
  if (!rest.length) return;
  const t2 = t.cloneNode(false);
  t2.dataset.lanjut = 1;
  for (const c of t.querySelectorAll(":scope > colgroup")) t2.append(c.cloneNode(true));
  if (G.ulang && t.tHead) t2.append(t.tHead.cloneNode(true));
  t2.append(...rest);
  if (cadang(t2)) {
    for (const td of akhirBaris(t).querySelectorAll("td.a")) td.style.paddingBottom = "11mm";
    for (const td of t2.tBodies[0].rows[0].querySelectorAll("td.a")) td.style.paddingTop = "11mm";
  }
  baru(hal.dataset.arah);
  taruh(t2);
}
const akhirBaris = (t) => { const b = t.tBodies[t.tBodies.length - 1]; return b.rows[b.rows.length - 1]; };

// Takes out of a row what lies below y; null when nothing can be moved or nothing would stay.
function belah(tr, y) {
  for (const td of tr.cells) td.style.verticalAlign = "top";
  for (const i of tr.querySelectorAll("i[data-j]")) if (i.getBoundingClientRect().bottom > y) return null;
  if (tr.getBoundingClientRect().top > y - 40) return null;
  const baru = tr.cloneNode(false);
  let pindah = 0, tinggal = 0;
  for (const td of tr.cells) {
    const nd = td.cloneNode(false);
    nd.removeAttribute("data-nilai");
    baru.append(nd);
    const titik = titikBelah(td, y);
    if (!titik) { tinggal += td.textContent.trim().length > 6; continue; }
    if (titik.awal) { if (!td.querySelector("i[data-j]")) { while (td.firstChild) nd.append(td.firstChild); pindah++; } continue; }
    const r = document.createRange();
    r.setStart(titik.node, titik.k);
    r.setEndAfter(td.lastChild);
    nd.append(r.extractContents());
    for (const p of nd.querySelectorAll("p.i:first-child")) if (!p.querySelector("b.n")) p.style.textIndent = "0";
    pindah++; tinggal++;
  }
  if (pindah && tinggal) return baru;
  if (pindah) gabung(tr, baru);
  return null;
}
function gabung(tr, lanjut) {
  [...tr.cells].forEach((td, n) => {
    const nd = lanjut.cells[n], a = td.lastElementChild, b = nd.firstElementChild;
    if (a && b && nd.childNodes.length && a.tagName === "P" && !b.querySelector("b.n") && b.style.textIndent === "0") {
      while (b.firstChild) a.append(b.firstChild);
      b.remove();
    }
    while (nd.firstChild) td.append(nd.firstChild);
    td.normalize();
  });
}
function titikBelah(td, y) {
  const w = document.createTreeWalker(td, NodeFilter.SHOW_TEXT);
  const r = document.createRange();
  let pertama = true;
  for (let node = w.nextNode(); node; node = w.nextNode()) {
    if (!node.data.trim()) continue;
    const kata = [...node.data.matchAll(/\S+/g)];
    for (const m of kata) {
      r.setStart(node, m.index);
      r.setEnd(node, m.index + m[0].length);
      const q = r.getBoundingClientRect();
      if (q.bottom > y) {
        if (node.parentElement.className === "n") return { node, k: 0, awal: pertama };
        return { node, k: m.index, awal: pertama };
      }
      pertama = false;
    }
  }
  return null;
}

// ---------------------------------------------------------------- the flow
const NS = "http://www.w3.org/2000/svg";
function svgDari(h) {
  let s = h.querySelector("svg.alir");
  if (!s) {
    s = document.createElementNS(NS, "svg");
    s.setAttribute("class", "alir");
    h.append(s);
  }
  return s;
}
function unsur(s, nama, sifat, teks) {
  const e = document.createElementNS(NS, nama);
  for (const [k, v] of Object.entries(sifat)) e.setAttribute(k, v);
  if (teks) e.textContent = teks;
  s.append(e);
  return e;
}
const kotakDi = (el, h) => {
  const a = el.getBoundingClientRect(), b = h.getBoundingClientRect();
  const l = a.left - b.left, t = a.top - b.top;
  return { l, t, r: l + a.width, b: t + a.height, cx: l + a.width / 2, cy: t + a.height / 2, w: a.width, h: a.height };
};

function bentuk(s, jenis, q, teks, isi) {
  const [tebal, warna] = G.garis_simbol;
  const dasar = { fill: isi ?? G.isi, stroke: warna, "stroke-width": tebal };
  const gambar = (x, y, sifat) => {
    const { w, h } = q;
    if (jenis === "kotak") unsur(s, "rect", { x, y, width: w, height: h, ...sifat });
    else if (jenis === "kapsul") unsur(s, "rect", { x, y, width: w, height: h, rx: h / 2, ...sifat });
    else if (jenis === "bulat") unsur(s, "rect", { x, y, width: w, height: h, rx: h * 0.32, ...sifat });
    else if (jenis === "bulat2") unsur(s, "rect", { x, y, width: w, height: h, rx: h * 0.42, ...sifat });
    else if (jenis === "elips") unsur(s, "ellipse", { cx: x + w / 2, cy: y + h / 2, rx: w / 2, ry: h / 2, ...sifat });
    else if (jenis === "lingkaran") unsur(s, "circle", { cx: x + w / 2, cy: y + h / 2, r: Math.min(w, h) / 2, ...sifat });
    else if (jenis === "wajik") unsur(s, "polygon", { points: `${x + w / 2},${y} ${x + w},${y + h / 2} ${x + w / 2},${y + h} ${x},${y + h / 2}`, ...sifat });
    else if (jenis === "segilima") unsur(s, "polygon", { points: `${x},${y} ${x + w},${y} ${x + w},${y + h * 0.62} ${x + w / 2},${y + h} ${x},${y + h * 0.62}`, ...sifat });
    else if (jenis === "trapesium") unsur(s, "polygon", { points: `${x + w * 0.16},${y} ${x + w * 0.84},${y} ${x + w},${y + h} ${x},${y + h}`, ...sifat });
    else if (jenis === "dokumen") unsur(s, "path", { d: `M${x} ${y} H${x + w} V${y + h * 0.85} Q${x + w * 0.75} ${y + h * 0.68} ${x + w / 2} ${y + h * 0.85} T${x} ${y + h * 0.85} Z`, ...sifat });
  };
  if (G.bayang) gambar(q.l + 2.5, q.t + 2.5, { fill: "#999", stroke: "none" });
  gambar(q.l, q.t, dasar);
  if (teks) unsur(s, "text", { x: q.cx, y: q.cy + 2.6, "text-anchor": "middle", "font-size": Math.min(9, q.h * 0.5), "font-family": G.huruf }, teks);
}

function ujung(s, a, b) {
  const d = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1, ux = (b[0] - a[0]) / d, uy = (b[1] - a[1]) / d;
  const ukuran = { segitiga: [7, 3], ramping: [9, 2], kecil: [4.5, 2], terbuka: [7, 3.2] }[G.kepala];
  const [p, l] = ukuran, x = b[0] - ux * p, y = b[1] - uy * p;
  const titik = `${x - uy * l},${y + ux * l} ${b[0]},${b[1]} ${x + uy * l},${y - ux * l}`;
  const [tebal, warna] = G.garis;
  if (G.kepala === "terbuka") unsur(s, "polyline", { points: titik, fill: "none", stroke: warna, "stroke-width": tebal });
  else unsur(s, "polygon", { points: titik, fill: warna });
}
const HB = G.kebiasaan; // habits of hand-made drawings
const undi = (b, k, n) => ((b * 37 + k * 61 + n * 13 + 7) % 100) / 100;
function mundurkan(dari, ke, jarak) {
  const d = Math.hypot(dari[0] - ke[0], dari[1] - ke[1]);
  if (d < 3 * jarak) return ke;
  return [ke[0] + ((dari[0] - ke[0]) * jarak) / d, ke[1] + ((dari[1] - ke[1]) * jarak) / d];
}
const ruas = new Map(); // svg -> stretches drawn so far
function lompatan(s, a, b) {
  // The places on a stretch along an axis where it crosses earlier ones, in the order of the way.
  const tegak = Math.abs(a[0] - b[0]) < 0.3, datar = Math.abs(a[1] - b[1]) < 0.3;
  if (!HB.lompat || tegak === datar) return [];
  const i = tegak ? 1 : 0, j = 1 - i, low = Math.min(a[i], b[i]) + 8, high = Math.max(a[i], b[i]) - 8;
  const di = (ruas.get(s) || []).filter(([p, q]) => Math.abs(p[i] - q[i]) < 0.3 && p[i] > low && p[i] < high && Math.min(p[j], q[j]) < a[j] - 4 && Math.max(p[j], q[j]) > a[j] + 4).map(([p]) => p[i]);
  const urut = [...new Set(di)].sort((x, y) => (x - y) * Math.sign(b[i] - a[i]));
  return urut.filter((v, n) => !n || Math.abs(v - urut[n - 1]) > 8).map((v) => [v, i]);
}
function jalan(s, pts) {
  let d = `M${pts[0].map((v) => v.toFixed(1)).join(" ")}`;
  for (let n = 1; n < pts.length; n++) {
    const [a, b] = [pts[n - 1], pts[n]];
    for (const [v, i] of lompatan(s, a, b)) {
      const arah = Math.sign(b[i] - a[i]), p = [...a], q = [...a];
      p[i] = v - 3 * arah; q[i] = v + 3 * arah;
      d += `L${p[0].toFixed(1)} ${p[1].toFixed(1)}A3 3 0 0 1 ${q[0].toFixed(1)} ${q[1].toFixed(1)}`;
    }
    d += `L${b[0].toFixed(1)} ${b[1].toFixed(1)}`;
  }
  return d;
}
function garis(s, titik, label, tempat, dua) {
  const [tebal, warna] = G.garis;
  const pts = titik.filter((p, n) => !n || Math.hypot(p[0] - titik[n - 1][0], p[1] - titik[n - 1][1]) > 0.3);
  if (pts.length < 2) return;
  if (HB.celah) {
    const n = pts.length - 1;
    [pts[0], pts[n]] = [mundurkan(pts[1], pts[0], HB.celah), mundurkan(pts[n - 1], pts[n], HB.celah)];
  }
  const sifat = { fill: "none", stroke: warna, "stroke-width": tebal };
  const geser = (n) => (HB.potong ? (((n * 7) % 3) - 1) * 0.8 : 0);
  if (HB.potong) pts.slice(1).forEach((p, n) => unsur(s, "line", { x1: pts[n][0] + geser(n), y1: pts[n][1], x2: p[0], y2: p[1] + geser(n + 1) * (n + 2 < pts.length), stroke: warna, "stroke-width": tebal }));
  else if (HB.lompat) unsur(s, "path", { d: jalan(s, pts), ...sifat });
  else unsur(s, "polyline", { points: pts.map((p) => p.map((v) => v.toFixed(1)).join(",")).join(" "), ...sifat });
  ruas.set(s, [...(ruas.get(s) || []), ...pts.slice(1).map((p, n) => [pts[n], p])]);
  ujung(s, pts[pts.length - 2], pts[pts.length - 1]);
  if (dua) ujung(s, pts[1], pts[0]);
  const kiri = tempat && tempat[2] === "end" ? -1 : 1;
  if (label) unsur(s, "text", { x: tempat[0] + kiri * HB.label_jauh, y: tempat[1], "font-size": 9, "font-family": G.huruf, "text-anchor": tempat[2] || "start" }, label);
}

const semua = new Map(); // "row,column" -> {el, h(page), q, sel}
function letak(i, h) {
  const q = kotakDi(i, h), sel = kotakDi(i.parentElement, h), tubuh = i.closest("tbody");
  if ("d" in i.dataset) {
    const lain = kotakDi(i.parentElement.nextElementSibling, h);
    q.l = sel.l + sel.w * 0.25; q.r = lain.l + lain.w * 0.75; q.w = q.r - q.l; q.cx = (q.l + q.r) / 2;
  } else if (undi(+i.dataset.b, +i.dataset.k, 1) < HB.antar_baris && tubuh.nextElementSibling && i.dataset.j !== "K") {
    q.t = sel.b - q.h * 0.7; q.b = q.t + q.h; q.cy = q.t + q.h / 2;
  }
  return q;
}
function kumpul() {
  for (const h of hasil.children) for (const i of h.querySelectorAll("i[data-j]")) {
    semua.set(`${i.dataset.b},${i.dataset.k}`, { h, q: letak(i, h), sel: kotakDi(i.parentElement, h), j: i.dataset.j, b: +i.dataset.b, k: +i.dataset.k, t: i.dataset.t, masuk: 0, keluar: 0 });
  }
}
const halangi = (h, x0, y0, x1, y1, kecuali) =>
  [...semua.values()].some((o) => o.h === h && !kecuali.includes(o) && o.q.r > Math.min(x0, x1) - 1 && o.q.l < Math.max(x0, x1) + 1 && o.q.b > Math.min(y0, y1) - 1 && o.q.t < Math.max(y0, y1) + 1);

function maju(s, A, B, label) {
  const a = A.q, b = B.q, kanan = b.cx > a.cx;
  if (A.b === B.b) {
    const y = a.cy;
    const dua = A.j !== "K" && undi(A.b, A.k, 2) < HB.dua_arah;
    garis(s, [[kanan ? a.r : a.l, y], [kanan ? b.l : b.r, b.cy === y ? y : b.cy]], label, [kanan ? a.r + 3 : a.l - 3, y - 3, kanan ? "start" : "end"], dua);
    A.sisi = kanan ? "r" : "l";
    return dua;
  }
  const lurus = Math.abs(a.cx - b.cx) < 4;
  if (lurus && !halangi(A.h, a.cx, a.b, b.cx, b.t, [A, B])) {
    garis(s, [[a.cx, a.b], [Math.abs(a.cx - b.cx) < 1.5 ? a.cx : b.cx, b.t]], label, [a.cx + 4, a.b + 9]);
    A.sisi = "b";
    return;
  }
  let cara = lurus ? "lingkar" : G.panah;
  const sisi = kanan ? a.r : a.l;
  if (cara === "samping" && halangi(A.h, sisi, a.cy, b.cx, a.cy, [A, B])) cara = "bawah";
  if (cara === "masuk" && halangi(A.h, a.cx, a.b, a.cx, b.cy, [A, B])) cara = "bawah";
  if (cara === "lingkar") {
    const x = Math.max(a.r, b.r) + 7;
    garis(s, [[a.r, a.cy], [x, a.cy], [x, b.cy], [b.r, b.cy]], label, [a.r + 2, a.cy - 3]);
    A.sisi = "r";
  } else if (cara === "samping") {
    garis(s, [[sisi, a.cy], [b.cx, a.cy], [b.cx, b.t]], label, [sisi + (kanan ? 3 : -3), a.cy - 3, kanan ? "start" : "end"]);
    A.sisi = kanan ? "r" : "l";
  } else if (cara === "masuk") {
    garis(s, [[a.cx, a.b], [a.cx, b.cy], [kanan ? b.l : b.r, b.cy]], label, [a.cx + 4, a.b + 9]);
    A.sisi = "b";
  } else if (cara === "miring") {
    garis(s, [[a.cx, a.b], [b.cx, b.t]], label, [a.cx + 5, a.b + 8]);
    A.sisi = "b";
  } else {
    const y = HB.garis_tabel && A.sel.b < b.t - 6 ? A.sel.b : Math.min(b.t - 5, A.sel.b + 3);
    garis(s, [[a.cx, a.b], [a.cx, y], [b.cx, y], [b.cx, b.t]], label, [a.cx + 4, a.b + 9]);
    A.sisi = "b";
  }
}
function balik(s, A, B, label) {
  const a = A.q, b = B.q;
  const kiri = Math.abs(b.cx - a.cx) < 4 ? A.sisi === "r" : b.cx < a.cx;
  const keluarKanan = A.sisi === (kiri ? "l" : "r") ? kiri : !kiri;
  const x0 = keluarKanan ? a.r : a.l;
  const tempat = [x0 + (keluarKanan ? 2 : -2), a.cy - 3, keluarKanan ? "start" : "end"];
  if (Math.abs(b.cx - a.cx) >= 4 && keluarKanan === !kiri && !halangi(A.h, x0, a.cy, b.cx, a.cy, [A, B]) && !halangi(A.h, b.cx, b.b, b.cx, a.cy, [A, B])) {
    garis(s, [[x0, a.cy], [b.cx, a.cy], [b.cx, b.b]], label, tempat);
    return;
  }
  // Around the outside: a channel between the columns, up to the height of the target, in from its side.
  const x = keluarKanan ? Math.max(a.r, b.r) + 8 + 3 * (A.keluar++ % 3) : Math.min(a.l, b.l) - 8 - 3 * (A.keluar++ % 3);
  garis(s, [[x0, a.cy], [x, a.cy], [x, b.cy - 3], [keluarKanan ? b.r : b.l, b.cy - 3]], label, tempat);
}

let nomorSambung = 0;
const terpakai = new Map();
function antarHalaman(A, B, label) {
  const sa = svgDari(A.h), sb = svgDari(B.h), turun = B.b > A.b;
  const tabelA = kotakDi([...A.h.querySelectorAll("table.prosedur")].pop(), A.h);
  const barisB = [...B.h.querySelectorAll("table.prosedur")].pop();
  const kunci = (h, atas, k) => { const n = terpakai.get(h) || {}; const m = `${atas}${k}`; n[m] = (n[m] || 0) + 1; terpakai.set(h, n); return (n[m] - 1) * 22; };
  if (G.sambung === "putus") {
    const y1 = tabelA.b + 12, q = kotakDi(barisB.tBodies[0], B.h);
    A.sisi = "b";
    garis(sa, [[A.q.cx, A.q.b], [A.q.cx, y1]], label, [A.q.cx + 4, A.q.b + 9]);
    garis(sb, [[B.q.cx, q.t - 8], [B.q.cx, B.q.t]]);
    return turun;
  }
  const teks = String(++nomorSambung), w = 17, h = 17;
  const xa = A.q.cx + kunci(A.h, "b", A.k), ya = tabelA.b - h - 3;
  const xb = B.q.cx + kunci(B.h, "t", B.k), yb = kotakDi(barisB.tBodies[0], B.h).t + 4;
  const buat = (x, y) => ({ l: x - w / 2, t: y, r: x + w / 2, b: y + h, cx: x, cy: y + h / 2, w, h });
  const qa = buat(xa, ya), qb = buat(xb, yb);
  bentuk(sa, G.sambung, qa, teks, "#fff");
  bentuk(sb, G.sambung, qb, teks, "#fff");
  if (A.sisi === "b" || Math.abs(xa - A.q.cx) > 2) garis(sa, [[A.q.r, A.q.cy], [Math.max(A.q.r + 6, xa), A.q.cy], [Math.max(A.q.r + 6, xa), ya]], label, [A.q.r + 2, A.q.cy - 3]);
  else { garis(sa, [[A.q.cx, A.q.b], [A.q.cx, ya]], label, [A.q.cx + 4, A.q.b + 9]); A.sisi = "b"; }
  garis(sb, [[xb, qb.b], [xb, B.q.t]]);
  return true;
}

function alir() {
  kumpul();
  const jadi = [];
  for (const o of semua.values()) bentuk(svgDari(o.h), G.simbol[o.j], o.q, o.t);
  const urut = [...ALUR.panah].sort((p, q) => (p.pilihan.length > 1 || p.arti === "Tidak") - (q.pilihan.length > 1 || q.arti === "Tidak"));
  for (const p of urut) {
    const A = semua.get(p.dari.join());
    const sasaran = p.pilihan.map((k) => semua.get(k.join())).filter(Boolean);
    if (!A || !sasaran.length) continue;
    const mundur = sasaran[0].b < A.b;
    const B = sasaran.find((o) => o.h === A.h) || sasaran[0];
    if (B.h !== A.h) {
      if (mundur || !antarHalaman(A, B, p.label)) continue;
    } else if (mundur) balik(svgDari(A.h), A, B, p.label);
    else if (maju(svgDari(A.h), A, B, p.label)) jadi.push({ dari: [B.b, B.k], ke: [A.b, A.k], arti: null });
    jadi.push({ dari: [A.b, A.k], ke: [B.b, B.k], arti: p.label ? p.arti : null });
  }
  return jadi;
}

function kakiHalaman() {
  if (!G.kaki) return;
  [...hasil.children].forEach((h, n) => {
    const p = document.createElement("div");
    p.className = "kaki";
    p.textContent = G.kaki === "nomor" ? `${n + 1}` : "Dipindai dengan PemindaiSaku";
    h.append(p);
  });
}

window.atur = () => {
  const sumber = document.getElementById("sumber");
  for (const bagian of [...sumber.children]) {
    baru(bagian.dataset.arah);
    for (const el of [...bagian.children]) taruh(el);
  }
  sumber.remove();
  const panah = alir();
  kakiHalaman();
  const hal2 = [...hasil.children];
  const kotak = (sel) => hal2.flatMap((h, n) => [...h.querySelectorAll(sel)].map((el) => {
    const q = kotakDi(el, h), H = h.getBoundingClientRect();
    return { halaman: n, nama: el.dataset.nilai || "", kotak: [q.l / H.width, q.t / H.height, q.r / H.width, q.b / H.height] };
  }));
  return {
    halaman: hal2.length,
    panah,
    nilai: kotak("[data-nilai]"),
    tanda: kotak("[data-tanda]"),
    baris: hal2.map((h) => [...h.querySelectorAll("tr[data-b]")].map((r) => +r.dataset.b)),
  };
};
