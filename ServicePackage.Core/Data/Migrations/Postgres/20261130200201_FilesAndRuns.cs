using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FilesAndRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ButlerCovers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AbsentId = table.Column<long>(type: "bigint", nullable: false),
                    CovererId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    All = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    GivenById = table.Column<long>(type: "bigint", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ButlerCovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ButlerCovers_Accounts_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ButlerCovers_Accounts_CovererId",
                        column: x => x.CovererId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ButlerCovers_Accounts_GivenById",
                        column: x => x.GivenById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlierNames",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierNames_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpMonths",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CompleteAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpMonths", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: true),
                    OfficeId = table.Column<long>(type: "bigint", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Label = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUpRuns_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUpRuns_Organisations_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leaders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SortKey = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leaders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leaders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    CreditCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OrganisationId = table.Column<long>(type: "bigint", nullable: false),
                    OnBehalfOf = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NominatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NominatedById = table.Column<long>(type: "bigint", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_Accounts_NominatedById",
                        column: x => x.NominatedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    CreditCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Taken = table.Column<bool>(type: "boolean", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    EconomicCityId = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<long>(type: "bigint", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterDecisions_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterDecisions_Organisations_EconomicCityId",
                        column: x => x.EconomicCityId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterMemberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Joined = table.Column<DateOnly>(type: "date", nullable: false),
                    Left = table.Column<DateOnly>(type: "date", nullable: true),
                    Continues = table.Column<bool>(type: "boolean", nullable: false),
                    Continued = table.Column<bool>(type: "boolean", nullable: false),
                    JoinReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    LeaveReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterMemberships_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterYears",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DistrictListOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DistrictListFrom = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterYears", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ButlerCoverEnterprise",
                columns: table => new
                {
                    CoverId = table.Column<long>(type: "bigint", nullable: false),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ButlerCoverEnterprise", x => new { x.CoverId, x.EnterpriseId });
                    table.ForeignKey(
                        name: "FK_ButlerCoverEnterprise_ButlerCovers_CoverId",
                        column: x => x.CoverId,
                        principalTable: "ButlerCovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ButlerCoverEnterprise_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    LeftSince = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ClosedById = table.Column<long>(type: "bigint", nullable: true),
                    Word = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUpItems_Accounts_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUpItems_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FollowUpItems_FollowUpRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "FollowUpRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LeaderContacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EnterpriseId = table.Column<long>(type: "bigint", nullable: false),
                    LeaderId = table.Column<long>(type: "bigint", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderContacts_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeaderContacts_Leaders_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "Leaders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCoverEnterprise_EnterpriseId",
                table: "ButlerCoverEnterprise",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCovers_AbsentId_Until",
                table: "ButlerCovers",
                columns: new[] { "AbsentId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCovers_CovererId_Until",
                table: "ButlerCovers",
                columns: new[] { "CovererId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ButlerCovers_GivenById",
                table: "ButlerCovers",
                column: "GivenById");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierNames_EnterpriseId",
                table: "EarlierNames",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpItems_ClosedById",
                table: "FollowUpItems",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpItems_Month_EnterpriseId",
                table: "FollowUpItems",
                columns: new[] { "Month", "EnterpriseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpItems_RunId_EnterpriseId",
                table: "FollowUpItems",
                columns: new[] { "RunId", "EnterpriseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenFollowUp",
                table: "FollowUpItems",
                column: "EnterpriseId",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpenFollowUps",
                table: "FollowUpItems",
                column: "Id",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpMonths_Month",
                table: "FollowUpMonths",
                column: "Month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpRuns_AccountId",
                table: "FollowUpRuns",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpRuns_Month_Number",
                table: "FollowUpRuns",
                columns: new[] { "Month", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpRuns_OfficeId",
                table: "FollowUpRuns",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_OneRunAButler",
                table: "FollowUpRuns",
                columns: new[] { "Month", "AccountId" },
                unique: true,
                filter: "\"AccountId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OneRunAnOffice",
                table: "FollowUpRuns",
                columns: new[] { "Month", "OfficeId" },
                unique: true,
                filter: "\"OfficeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderContacts_EnterpriseId_Until",
                table: "LeaderContacts",
                columns: new[] { "EnterpriseId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaderContacts_LeaderId_Until",
                table: "LeaderContacts",
                columns: new[] { "LeaderId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenLeaderALevel",
                table: "LeaderContacts",
                columns: new[] { "EnterpriseId", "Level" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Leaders_SortKey",
                table: "Leaders",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_OneLeaderAnAccount",
                table: "Leaders",
                column: "AccountId",
                unique: true,
                filter: "\"LeftOn\" IS NULL AND \"AccountId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_NominatedById",
                table: "Nominations",
                column: "NominatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_OrganisationId",
                table: "Nominations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_Year_CreditCode_OrganisationId_OnBehalfOf",
                table: "Nominations",
                columns: new[] { "Year", "CreditCode", "OrganisationId", "OnBehalfOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_Year_OrganisationId",
                table: "Nominations",
                columns: new[] { "Year", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterDecisions_DecidedById",
                table: "RosterDecisions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_RosterDecisions_EconomicCityId",
                table: "RosterDecisions",
                column: "EconomicCityId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterDecisions_Year_CreditCode",
                table: "RosterDecisions",
                columns: new[] { "Year", "CreditCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OnePlaceOnTheRoster",
                table: "RosterMemberships",
                column: "EnterpriseId",
                unique: true,
                filter: "\"Left\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RosterMemberships_EnterpriseId_Joined",
                table: "RosterMemberships",
                columns: new[] { "EnterpriseId", "Joined" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterMemberships_Joined_Left",
                table: "RosterMemberships",
                columns: new[] { "Joined", "Left" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterMemberships_Left",
                table: "RosterMemberships",
                column: "Left");

            migrationBuilder.CreateIndex(
                name: "IX_RosterYears_Year",
                table: "RosterYears",
                column: "Year",
                unique: true);

            migrationBuilder.Sql("""
                INSERT INTO "RosterMemberships" ("EnterpriseId", "Year", "Tier", "Joined", "Left", "Continues", "Continued", "JoinReason", "LeaveReason")
                SELECT "Id", CAST(EXTRACT(YEAR FROM "OnRosterFrom") AS integer), "Tier", "OnRosterFrom", "LeftRosterOn", FALSE, FALSE, '', '' FROM "Enterprises";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ButlerCoverEnterprise");

            migrationBuilder.DropTable(
                name: "EarlierNames");

            migrationBuilder.DropTable(
                name: "FollowUpItems");

            migrationBuilder.DropTable(
                name: "FollowUpMonths");

            migrationBuilder.DropTable(
                name: "LeaderContacts");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "RosterDecisions");

            migrationBuilder.DropTable(
                name: "RosterMemberships");

            migrationBuilder.DropTable(
                name: "RosterYears");

            migrationBuilder.DropTable(
                name: "ButlerCovers");

            migrationBuilder.DropTable(
                name: "FollowUpRuns");

            migrationBuilder.DropTable(
                name: "Leaders");
        }
    }
}
