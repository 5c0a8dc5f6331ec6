"""Three short press articles, written for these tests: two tell a cooperation with Japan, one tells none."""

ARTICLES = (
    {
        "url": "https://kabar-uji.example/ekonomi/2026/01/06/bengkel-mesin-tegal",
        "publisher": "kabar-uji",
        "title": "Bengkel Mesin Tegal dan Nagoya Teken Nota Kesepahaman",
        "published_at": "2026-01-06T10:00:00+07:00",
        "text": (
            "TEGAL, Kabar Uji - Kementerian Perindustrian dan Pemerintah Jepang menandatangani "
            "nota kesepahaman tentang pelatihan perajin mesin pada Selasa (6/1/2026).\n\n"
            "Nota kesepahaman itu berlaku tiga tahun dan mencakup 120 bengkel kecil di Kabupaten Tegal. "
            "“Kami ingin bengkel kecil ikut memasok pabrik besar,” kata Menteri Perindustrian Agus Gumiwang "
            "Kartasasmita di Jakarta."
        ),
    },
    {
        "url": "https://kabar-uji.example/ekonomi/2026/01/07/kopi-gayo-osaka",
        "publisher": "kabar-uji",
        "title": "Koperasi Kopi Jajaki Pasar Osaka",
        "published_at": "2026-01-07T08:30:00+07:00",
        "text": (
            "TAKENGON, Kabar Uji - Koperasi Kopi Gayo berencana bekerja sama dengan sebuah perusahaan "
            "Jepang untuk menjual biji kopi di Osaka mulai Maret 2026.\n\n"
            "Rencana itu disampaikan ketua koperasi dalam pertemuan dengan Duta Besar Jepang untuk "
            "Indonesia, Rabu (7/1/2026). Nilai kontraknya diperkirakan Rp 12 miliar."
        ),
    },
    {
        "url": "https://kabar-uji.example/kota/2026/01/07/jalan-rusak",
        "publisher": "kabar-uji",
        "title": "Jalan Rusak di Pasar Lama Diperbaiki",
        "published_at": "2026-01-07T12:00:00+07:00",
        "text": (
            "SLAWI, Kabar Uji - Dinas pekerjaan umum memperbaiki jalan rusak di sekitar Pasar Lama mulai "
            "Rabu (7/1/2026). Pedagang berharap perbaikan selesai sebelum pekan depan karena jalan itu ramai "
            "setiap pagi."
        ),
    },
)
