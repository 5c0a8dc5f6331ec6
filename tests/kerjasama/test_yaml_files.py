"""How the files of YAML that ship with the program are read."""

from pathlib import Path

import pytest
import yaml

from kerjasama.yaml_files import read_yaml


def test_a_key_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("meets: [bertemu]\nsees: [melihat]\nmeets: [berjumpa]\n", encoding="utf-8")
    with pytest.raises(yaml.YAMLError, match=r"'meets' stands there twice(.|\n)*line 3"):
        read_yaml(file)


def test_what_a_mapping_takes_from_another_may_be_said_anew(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("a: &a {stage: planned, of: general}\nb: {<<: *a, stage: agreed}\n", encoding="utf-8")
    assert read_yaml(file)["b"] == {"stage": "agreed", "of": "general"}
