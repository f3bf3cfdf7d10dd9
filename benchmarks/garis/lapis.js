// Prints one laid-out page in layers: everything, its table rules alone, its symbols alone, its arrows alone.
const tandai = (f, kelas) => (s, ...sisa) => {
  const dulu = s.childElementCount, hasil = f(s, ...sisa);
  for (const e of [...s.children].slice(dulu)) e.classList.add(kelas);
  return hasil;
};
bentuk = tandai(bentuk, "lapis-simbol");
garis = tandai(garis, "lapis-alir");
const cssLapis = document.createElement("style");
document.head.append(cssLapis);
const polos =
  "#hasil * { color: transparent !important; background: none !important } img, #hasil svg:not(.alir) { visibility: hidden !important } svg text { display: none }";
window.lapis = (nama) => {
  // Of a border only its place and breadth count, however it is drawn.
  if (!window.rata) {
    window.rata = true;
    for (const el of document.querySelectorAll("#hasil *")) {
      const s = getComputedStyle(el);
      for (const sisi of ["Top", "Right", "Bottom", "Left"]) {
        if (s[`border${sisi}Style`] === "none") continue;
        const diTabel = el.closest("table");
        el.style.setProperty(`border-${sisi.toLowerCase()}-style`, "solid", "important");
        el.style.setProperty(`border-${sisi.toLowerCase()}-color`, diTabel ? "#000" : "transparent", "important");
      }
    }
  }
  const garis = nama === "garis" ? "" : "#hasil table { visibility: hidden !important }";
  const sembunyi = { garis: "svg.alir", simbol: ".lapis-alir", alir: ".lapis-simbol" }[nama];
  const hitam =
    ".lapis-simbol { fill: none !important; stroke: #000 !important } .lapis-simbol[stroke=none] { stroke: none !important } .lapis-alir { stroke: #000 !important } polygon.lapis-alir { fill: #000 !important }";
  cssLapis.textContent = `${polos} ${garis} ${sembunyi} { display: none !important } ${hitam}`;
};
