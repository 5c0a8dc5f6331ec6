"""Articles that several of these tests start from, in the shape of a line of JSON."""

BRIDGE = {
    "url": "https://warta-uji.example/2026/02/03/jembatan-brantas",
    "publisher": "warta-uji",
    "published_at": "2026-02-03T09:00:00+07:00",
    "text": (
        "MALANG, Warta Uji - Pemerintah Indonesia dan Jepang menandatangani perjanjian pinjaman untuk "
        "jembatan Brantas senilai Rp 400 miliar pada Selasa (3/2/2026).\n\n"
        "Pekerjaan dimulai tahun ini dan melibatkan kontraktor kecil dari Malang."
    ),
}
