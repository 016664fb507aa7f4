package dev.meanwhile.document.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What one document may cost.
///
/// @param maxCharacters characters of text
/// @param maxCells cells of all tables
/// @param maxPassages headings, paragraphs, items and rows
/// @param maxPages pages of a PDF
/// @param maxNesting tables in tables, lists in lists, blocks in blocks
/// @param maxUnpacked an Office file's parts, or a PDF's, unpacked
/// @param maxEntries an Office file's parts
/// @param maxRatio how many times its packed size an Office file may unpack to
/// @param timeLimit how long reading may take
@ConfigurationProperties("meanwhile.documents")
public record DocumentSettings(@DefaultValue("20000000") int maxCharacters,
    @DefaultValue("1000000") int maxCells,
    @DefaultValue("200000") int maxPassages, @DefaultValue("2000") int maxPages,
    @DefaultValue("20") int maxNesting, @DefaultValue("128MB") DataSize maxUnpacked,
    @DefaultValue("4000") int maxEntries, @DefaultValue("100") int maxRatio,
    @DefaultValue("60s") Duration timeLimit) {

  /// All limits at their defaults.
  public static DocumentSettings defaults() {
    return new DocumentSettings(20_000_000, 1_000_000, 200_000, 2_000, 20,
        DataSize.ofMegabytes(128), 4_000, 100, Duration.ofSeconds(60));
  }
}
