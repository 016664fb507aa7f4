package dev.meanwhile.foreign;

import dev.meanwhile.MeanwhileTest;

@MeanwhileTest
class ForeignIdsTest extends ForeignIds {}
